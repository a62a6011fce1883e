using System.Globalization;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// Counts in the page itself what hands do: trusted touches, clicks and keys as they arrive at the window, before any
/// of the page's own listeners. The numbers outlive a change of page.
/// </summary>
public sealed class HandCount(IPage page)
{
    private const string Counting = """
        (() => {
          const count = (kind) => sessionStorage.setItem("hand-" + kind, String(1 + Number(sessionStorage.getItem("hand-" + kind) ?? 0)));
          addEventListener("pointerdown", (event) => { if (event.isTrusted) count("taps"); }, { capture: true });
          addEventListener("keydown", (event) => { if (event.isTrusted && !event.repeat && event.key !== "Shift") count("keys"); }, { capture: true });
        })();
        """;

    public static async Task<HandCount> OverAsync(IPage page)
    {
        await page.AddInitScriptAsync(Counting);
        return new HandCount(page);
    }

    /// <summary>From here on, from nothing.</summary>
    public Task StartAsync() => page.EvaluateAsync("() => { sessionStorage.removeItem('hand-taps'); sessionStorage.removeItem('hand-keys'); }");

    public Task<int> TapsAsync() => ReadAsync("taps");

    public Task<int> KeysAsync() => ReadAsync("keys");

    private async Task<int> ReadAsync(string kind) =>
        int.Parse(await page.EvaluateAsync<string>($"() => sessionStorage.getItem('hand-{kind}') ?? '0'"), CultureInfo.InvariantCulture);
}
