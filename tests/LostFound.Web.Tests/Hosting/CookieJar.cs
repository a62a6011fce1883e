namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// Keeps cookies as a browser does on localhost. The framework's CookieContainer sends no Secure cookie over
/// http, although browsers trust http://localhost with them.
/// </summary>
public sealed class CookieJar(HttpMessageHandler network) : DelegatingHandler(network)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public CookieJar() : this(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
    }

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public void Forget(string name) => cookies.Remove(name);

    public void Set(string name, string value) => cookies[name] = value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var line in lines)
                Keep(line);
        }
        return response;
    }

    private void Keep(string line)
    {
        var pair = line.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0 || line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            cookies.Remove(pair[0]);
        else
            cookies[pair[0]] = pair[1];
    }
}
