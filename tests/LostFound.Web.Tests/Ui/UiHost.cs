using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LostFound.Web.Shared.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostFound.Web.Tests.Ui;

/// <summary>A server with the interface and nothing else: whole pages as a browser gets them.</summary>
internal sealed class UiHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private UiHost(WebApplication app)
    {
        this.app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public static async Task<UiHost> StartAsync(Action<IEndpointRouteBuilder> map, PageContext? context = null, ILoggerProvider? log = null)
    {
        var builder = WebApplication.CreateBuilder();
        // No appsettings.json either: it would quieten what the tests listen to.
        builder.Configuration.Sources.Clear();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (context is not null) builder.Services.AddScoped<IPageContext>(_ => new FixedContext(context));
        builder.Services.AddUi(_ => ["🎒"]);
        var host = builder.Build();
        host.MapUi();
        map(host);
        await host.StartAsync();
        return new UiHost(host);
    }

    public async Task<IHtmlDocument> GetPageAsync(string address) => Parse(await Client.GetStringAsync(address));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class FixedContext(PageContext current) : IPageContext
    {
        public PageContext Current => current;
    }
}
