using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LostFound.Browser.Tests.Browsing.Chromium))]

// Two browsers at work on a small machine only make each other late.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LostFound.Browser.Tests.Browsing;

/// <summary>One real Chromium for all tests, the machine's own: nothing is ever downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>What every browser of these tests is started with, whoever starts it.</summary>
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-quic", "--no-first-run",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private const string Shell = "/usr/bin/chromium-headless-shell";

    /// <summary>The browser as people have it.</summary>
    internal static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>The same engine without the browser's own windows, where the system has it: a test takes two thirds of the time.</summary>
    private static string Engine => Environment.GetEnvironmentVariable("CHROMIUM") is null && File.Exists(Shell) ? Shell : Executable;

    /// <summary>What every page of this browser sees when it opens a camera.</summary>
    public FakeCamera Camera { get; } = new();

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Engine,
            Args = [.. Arguments, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={Camera.File}"],
        });
        Assertions.SetDefaultExpectTimeout(Patience.Milliseconds);
    }

    /// <summary>A browser that somebody else started.</summary>
    public Task<IBrowser> ConnectAsync(string address) => playwright!.Chromium.ConnectOverCDPAsync(address);

    /// <summary>A browser profile of its own: cookies, storage and all.</summary>
    public async Task<IBrowserContext> NewContextAsync(Device device, Uri server, bool javaScript, string locale)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = device.Width, Height = device.Height },
            DeviceScaleFactor = device.Scale,
            HasTouch = device.Touch,
            IsMobile = device.Touch,
            // Nothing is half faded when it is looked at.
            ReducedMotion = ReducedMotion.Reduce,
            // As the venue, so that what a page says of "today" is the same on both sides.
            TimezoneId = "Europe/London",
            Locale = locale,
            // The engine alone has nobody to ask.
            Permissions = ["camera"],
        });
        context.SetDefaultTimeout(Patience.Milliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        Camera.Dispose();
    }
}

/// <summary>How long anything may take before it counts as never: a busy machine is no failure.</summary>
internal static class Patience
{
    public const int Milliseconds = 30_000;

    /// <summary>Where nothing rings when a thing is done, so that it has to be asked for.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
}

/// <summary>A screen that people hold or stand before.</summary>
public sealed record Device(int Width, int Height, int Scale = 1, bool Touch = false)
{
    public static readonly Device Phone = new(390, 844, Scale: 2, Touch: true);

    public static readonly Device DeskScreen = new(1280, 800);

    public static readonly Device Wall = new(1920, 1080);
}
