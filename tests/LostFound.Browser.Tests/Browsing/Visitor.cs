using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>Somebody with a browser of their own, one page open in it, and the watch behind it.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, Watch watch, bool hasScripts) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public IPage Page => page;

    public Watch Watch => watch;

    public static async Task<Visitor> ArriveAsync(Chromium chromium, Uri server, Device device, bool javaScript, string locale)
    {
        var context = await chromium.NewContextAsync(device, server, javaScript, locale);
        var watch = await Watch.OverAsync(context);
        return new Visitor(context, await context.NewPageAsync(), watch, javaScript);
    }

    /// <summary>Asks axe about the page as it stands, in light and, for its colours, in dark.</summary>
    public async Task LookAsync()
    {
        // Axe itself is a script; the same pages are looked at by those who have scripts.
        if (!hasScripts)
            return;
        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        var found = light.Violations.Select(v => Say(v, "light")).Concat(dark.Violations.Select(v => Say(v, "dark"))).ToList();
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }

    /// <summary>Keeps what is seen as a picture, for whoever wants to look: in the folder that LOSTFOUND_PICTURES names.</summary>
    public async Task KeepPictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("LOSTFOUND_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Marks the document, so that <see cref="AssertSameDocumentAsync"/> can tell it from one loaded later.</summary>
    public Task MarkDocumentAsync() => page.EvaluateAsync("() => { window.markedByTest = true; }");

    public async Task AssertSameDocumentAsync() => Assert.True(await page.EvaluateAsync<bool>("() => window.markedByTest === true"), $"{page.Url} was loaded anew");

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static string Say(AxeResultItem violation, string scheme) =>
        $"{scheme}: {violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node =>
            $"    {node.Html}\n      {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
}
