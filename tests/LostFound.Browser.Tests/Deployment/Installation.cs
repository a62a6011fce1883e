using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>
/// What docker-compose.yml would start, by hand, since no Docker engine can be counted on: the same programs with
/// the same environment, its folders mapped to temporary ones and its ports to free ones.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-installation-").FullName;
    private readonly int serverPort = RunningProgram.FreePort();
    private readonly int httpPort = RunningProgram.FreePort();
    private readonly int httpsPort = RunningProgram.FreePort();
    private RunningProgram? caddy;

    public Uri Upstream => new($"http://127.0.0.1:{serverPort}");

    public Uri Plain => new($"http://localhost:{httpPort}");

    public Uri Secure => new($"https://localhost:{httpsPort}");

    public string DataFolder => Path.Combine(folder, "data");

    /// <summary>The certificate authority that Caddy made for itself: what a venue would install on its devices.</summary>
    public X509Certificate2 Authority => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "caddy", "caddy", "pki", "authorities", "local", "root.crt"));

    public RunningProgram StartServer()
    {
        var image = Repository.ImageEnvironment();
        var compose = Repository.ComposeEnvironment("lostfound");
        var environment = new Dictionary<string, string>(image.Concat(compose), StringComparer.Ordinal)
        {
            // Mapped, each from what the files say; a name that they no longer hold would be caught here.
            ["LostFound__DataFolder"] = Map(image["LostFound__DataFolder"], "/data", DataFolder),
            ["LostFound__ConfigFolder"] = Map(image["LostFound__ConfigFolder"], "/kiosk-config", CopyConfig()),
            ["Urls"] = Map(image["Urls"], "http://+:8080", Upstream.ToString()),
            ["LostFound__TrustedProxies"] = Map(compose["LostFound__TrustedProxies"], "172.31.250.0/24", "127.0.0.0/8"),
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        var entryPoint = Repository.ImageEntryPoint();
        return RunningProgram.Start(entryPoint[0], entryPoint[1..], AppContext.BaseDirectory, environment);
    }

    public async Task StartCaddyAsync()
    {
        var environment = new Dictionary<string, string>(Repository.ComposeEnvironment("caddy"), StringComparer.Ordinal)
        {
            ["LOSTFOUND_UPSTREAM"] = Upstream.Authority,
            ["LOSTFOUND_HTTP_PORT"] = httpPort.ToString(CultureInfo.InvariantCulture),
            ["LOSTFOUND_HTTPS_PORT"] = httpsPort.ToString(CultureInfo.InvariantCulture),
            ["XDG_DATA_HOME"] = Path.Combine(folder, "caddy"),
            ["XDG_CONFIG_HOME"] = Path.Combine(folder, "caddy-config"),
            ["HOME"] = folder,
        };
        caddy = RunningProgram.Start("caddy", ["run", "--config", Path.Combine(Repository.Root, "deploy", "Caddyfile"), "--adapter", "caddyfile"], folder, environment);
        await caddy.SaysAsync("certificate obtained successfully");
    }

    public async ValueTask DisposeAsync()
    {
        if (caddy is not null)
            await caddy.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Map(string set, string expected, string mapped)
    {
        Assert.Equal(expected, set);
        return mapped;
    }

    /// <summary>Read-only, as compose mounts it.</summary>
    private string CopyConfig()
    {
        var copy = Path.Combine(folder, "kiosk-config");
        if (Directory.Exists(copy))
            return copy;
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "kiosk-config")))
        {
            var target = Path.Combine(copy, Path.GetFileName(file));
            File.Copy(file, target);
            File.SetAttributes(target, FileAttributes.ReadOnly);
        }
        return copy;
    }
}
