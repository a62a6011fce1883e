using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>The installation of docker-compose.yml, deploy/Caddyfile and the Dockerfile, started and used from outside.</summary>
public sealed class DeploymentTests : IAsyncDisposable
{
    private const string Pin = "271828";

    private readonly Installation installation = new();

    public ValueTask DisposeAsync() => installation.DisposeAsync();

    [Fact]
    public async Task Over_https_the_venue_is_set_up_and_everything_works_through_caddy()
    {
        NeedCaddy();
        await using var server = installation.StartServer();
        var link = (await server.SaysAsync(@"http\S+(/setup/\S+)")).Groups[1].Value;
        await installation.StartCaddyAsync();
        using var handler = Handler();
        var seen = new CookieLines(handler);
        var jar = new CookieJar(seen);
        using var browser = new Web.Tests.Hosting.Browser(new HttpClient(jar) { BaseAddress = installation.Secure }, jar);

        var home = await browser.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Lost something? Let’s find it together.", home.Headline);

        var setUp = await browser.OpenAsync(link);
        var admin = await browser.SendAsync(setUp, "form#set-up", ("name", "Amara"), ("pin", Pin), ("pin-again", Pin), ("device", "Counter 1"));
        Assert.Equal("/admin", admin.Address.AbsolutePath);
        Assert.Contains(jar.Cookies.Keys, name => name.StartsWith("__Host-", StringComparison.Ordinal));
        Assert.All(seen.Lines, line => Assert.Contains("; secure", line, StringComparison.OrdinalIgnoreCase));
        await AssertSocketOpensAsync(handler);
        await AssertPlainLeadsToSecureAsync();
    }

    private async Task AssertSocketOpensAsync(SocketsHttpHandler handler)
    {
        using var socket = new ClientWebSocket();
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(new UriBuilder(installation.Secure) { Scheme = "wss", Path = "/hubs/live" }.Uri, invoker, default);
        await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, default);
        var buffer = new byte[1024];
        var answer = await socket.ReceiveAsync(buffer, default);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(buffer, 0, answer.Count));
    }

    private async Task AssertPlainLeadsToSecureAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(installation.Plain, "/claim"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("https", answer.Headers.Location!.Scheme);
        Assert.Equal("/claim", answer.Headers.Location.AbsolutePath);
    }

    /// <summary>Trusts what a venue's devices would: Caddy's own authority, and nothing less.</summary>
    private SocketsHttpHandler Handler()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(installation.Authority);
        return new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
    }

    private static void NeedCaddy()
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo("caddy", "version") { UseShellExecute = false, RedirectStandardOutput = true });
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip("caddy is not installed; tests/run installs it.");
        }
    }

    private sealed class CookieLines(HttpMessageHandler network) : DelegatingHandler(network)
    {
        public List<string> Lines { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var lines))
                Lines.AddRange(lines);
            return response;
        }
    }
}
