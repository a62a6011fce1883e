using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// The real server on a free port, with a real SQLite file in a folder of its own and a clock that the test
/// moves. Everything goes over HTTP, as it does for its users.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private WebApplication app;

    private TestServer(WebApplication app, string dataFolder, FakeClock clock, bool ownsFolder)
    {
        this.app = app;
        this.ownsFolder = ownsFolder;
        DataFolder = dataFolder;
        Clock = clock;
    }

    public string DataFolder { get; }

    public FakeClock Clock { get; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => app.Services;

    public Store Store => Services.GetRequiredService<Store>();

    public static Task<TestServer> StartAsync(string? dataFolder = null, params string[] settings) => StartAsync(dataFolder, _ => { }, settings);

    /// <summary>With parts of the server replaced or added, such as a log that the test reads.</summary>
    public static async Task<TestServer> StartAsync(string? dataFolder, Action<WebApplicationBuilder> configure, params string[] settings)
    {
        var folder = dataFolder ?? Directory.CreateTempSubdirectory("lostfound-test-").FullName;
        var clock = new FakeClock(new DateTimeOffset(2026, 7, 4, 14, 0, 0, TimeSpan.Zero));
        return new TestServer(await StartAppAsync(folder, clock, settings, configure), folder, clock, ownsFolder: dataFolder is null);
    }

    /// <summary>Stops the server and starts it again on the same data: what an operator's restart does.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        await StopAsync();
        app = await StartAppAsync(DataFolder, Clock, settings);
    }

    /// <summary>A browser of its own, with its own cookies; follows no redirect by itself.</summary>
    public Browser NewBrowser()
    {
        var jar = new CookieJar();
        return new Browser(new HttpClient(jar) { BaseAddress = Address }, jar);
    }

    /// <summary>What a start prints when nobody is set up.</summary>
    public Task PrintSetUpLinkAsync(TextWriter output) => SetUpLink.PrintIfEmptyAsync(app, output);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>As on Ctrl+C: the workers end their work, connections are closed, and only then everything goes.</summary>
    private async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<WebApplication> StartAppAsync(string folder, FakeClock clock, string[] settings, Action<WebApplicationBuilder>? configure = null)
    {
        string[] args = [
            // The list of static files goes by the application's name, which would be that of the test program.
            "--applicationName", "LostFound.Web",
            "--urls", "http://127.0.0.1:0", "--LostFound:DataFolder", folder,
            "--Logging:LogLevel:Default", "Warning", .. settings];
        var app = Server.Build(args, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            configure?.Invoke(builder);
        })
            ?? throw new InvalidOperationException("The configuration in kiosk-config is unusable; see the error stream.");
        await app.StartAsync();
        return app;
    }
}
