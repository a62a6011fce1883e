using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// Takes the token out of /c/{token} and /q/{token} before anything else sees the request. ASP.NET Core writes a request's
/// address into logs, into the scope around every log line, into routing's debug lines and into traces, at
/// levels that an operator may switch on; here none of them ever holds a token.
/// </summary>
internal sealed class TokenHidingServer(IServer inner) : IServer
{
    /// <summary>What stands in the address in the token's place.</summary>
    public const string Mask = "~";

    public IFeatureCollection Features => inner.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
        inner.StartAsync(new HidingApplication<TContext>(application), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    public void Dispose() => inner.Dispose();

    /// <summary>Wraps the server that the host chose.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var chosen = services.Last(service => service.ServiceType == typeof(IServer));
        services.Remove(chosen);
        services.AddSingleton<IServer>(provider =>
            new TokenHidingServer((IServer)ActivatorUtilities.CreateInstance(provider, chosen.ImplementationType!)));
    }

    private static void Hide(IFeatureCollection features)
    {
        var request = features.Get<IHttpRequestFeature>();
        if (request is null)
            return;
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length < 2 || !(segments[0].Equals("c", StringComparison.OrdinalIgnoreCase) || segments[0].Equals("q", StringComparison.OrdinalIgnoreCase)))
            return;
        features.Set(new HiddenToken(segments[1]));
        segments[1] = Mask;
        request.Path = request.RawTarget = "/" + string.Join('/', segments);
    }

    private sealed class HidingApplication<TContext>(IHttpApplication<TContext> inner) : IHttpApplication<TContext> where TContext : notnull
    {
        public TContext CreateContext(IFeatureCollection contextFeatures)
        {
            Hide(contextFeatures);
            return inner.CreateContext(contextFeatures);
        }

        public Task ProcessRequestAsync(TContext context) => inner.ProcessRequestAsync(context);

        public void DisposeContext(TContext context, Exception? exception) => inner.DisposeContext(context, exception);
    }
}
