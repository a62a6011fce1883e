using LostFound.Browser.Tests.Browsing;
using LostFound.Web.Features.Items;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.People;

/// <summary>Staff at an enrolled device: register, decide, scan, hand over.</summary>
public sealed class Staff(Visitor visitor)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public async Task EnrolAsync(string code)
    {
        await Page.GotoAsync($"/enrol/{code}");
        await visitor.LookAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Enrol this device" }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Hello. Who is at the desk?");
    }

    /// <summary>By touch alone, as at a kiosk without a keyboard.</summary>
    public async Task SignInAsync(string name, string pin)
    {
        await visitor.LookAsync();
        await Page.Locator("a.person").Filter(new() { HasText = name }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync($"Hello {name}.");
        await visitor.LookAsync();
        foreach (var digit in pin)
            await Page.Locator($"[data-pin-key='{digit}']").ClickAsync();
        await Expect(Page.Locator(".staff-name")).ToHaveTextAsync(name);
    }

    public async Task TakePhotoAsync()
    {
        // The camera was allowed on this device before, so it comes on by itself.
        var shutter = Page.Locator("[data-shutter]");
        await Expect(shutter).ToBeVisibleAsync();
        // It is on when it has delivered a frame.
        await Page.WaitForFunctionAsync("() => document.querySelector('[data-video]').videoWidth > 0");
        await shutter.ClickAsync();
        await Expect(Page.Locator(".shot img")).ToHaveCountAsync(1);
    }

    internal async Task FillInAsync(Find found)
    {
        await Tiles.TickAsync(Page, ItemFields.Category, found.Category);
        await Tiles.TickAsync(Page, ItemFields.Colours, found.Colour);
        await Tiles.TickAsync(Page, ItemFields.Place, found.Place);
        await Page.Locator($"#{ItemFields.Bin}").SelectOptionAsync(found.Bin);
        await Tiles.UnfoldAsync(Page.Locator($"#{ItemFields.Brand}"));
        await Page.Locator($"#{ItemFields.Brand}").FillAsync(found.Brand);
        await Page.Locator($"#{ItemFields.Description}").FillAsync(found.Description);
        await Page.Locator($"#{ItemFields.PrivateNotes}").FillAsync(found.PrivateNotes);
    }

    public Task SendAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Register and print label" }).ClickAsync();

    /// <summary>Waits for the label, and until the server has the item; returns the tag, without what only helps to read it.</summary>
    public async Task<string> LabelAsync()
    {
        var tag = await LabelAtOnceAsync();
        await DeliveredAsync();
        return tag;
    }

    /// <summary>The label as the device makes it, whether or not the server has heard of the item.</summary>
    public async Task<string> LabelAtOnceAsync()
    {
        await Expect(Page.Locator("[data-label-panel]")).ToBeVisibleAsync();
        var code = await Page.Locator(".label-code").InnerTextAsync();
        return string.Concat(code.Where(char.IsAsciiLetterOrDigit));
    }

    public Task DeliveredAsync() => Expect(Page.Locator("[data-outbox]")).ToHaveAttributeAsync("data-waiting", "0");

    /// <summary>Opens the claim in the inbox, which finds it by itself, and shows the item beside it.</summary>
    public async Task OpenClaimAsync(string reference)
    {
        var row = Page.Locator("a[data-select='claim']").Filter(new() { HasText = reference });
        await row.ClickAsync();
        await Expect(Page.Locator("#claim-title")).ToContainTextAsync(reference);
        await Expect(Page.Locator("details[data-decision='C']")).ToBeVisibleAsync();
    }

    /// <summary>Confirms the match that is open; returns when the server has answered.</summary>
    public async Task ConfirmAsync()
    {
        await Page.Locator("details[data-decision='C'] > summary").ClickAsync();
        var yes = Page.GetByRole(AriaRole.Button, new() { Name = "Yes, keep it and tell the guest" });
        await Page.RunAndWaitForResponseAsync(() => yes.ClickAsync(), response => response.Url.EndsWith("/confirm", StringComparison.Ordinal));
    }

    /// <summary>
    /// What a scanner that types does: key after key a few milliseconds apart, then Enter, to wherever the focus
    /// is. The times are given with the keys, so that a busy machine does not turn the scanner into a person.
    /// </summary>
    public async Task ScanByWedgeAsync(string code)
    {
        const double apart = 0.008;
        var keyboard = await Page.Context.NewCDPSessionAsync(Page);
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var presses = new List<Task>();
        foreach (var (key, text) in code.Select(letter => (letter.ToString(), letter.ToString())).Append(("Enter", "\r")))
        {
            at += apart;
            presses.Add(PressAsync(keyboard, "keyDown", key, text, at));
            presses.Add(PressAsync(keyboard, "keyUp", key, "", at));
        }
        await Task.WhenAll(presses);
        await keyboard.DetachAsync();
    }

    public async Task ScanByCameraAsync() => await Page.Locator("[data-scan-camera]").ClickAsync();

    public async Task StopCameraAsync()
    {
        await Page.Locator("[data-scan-camera][aria-pressed='true']").ClickAsync();
        await Expect(Page.Locator("[data-scan-view]")).ToBeHiddenAsync();
    }

    /// <summary>What the scan led to, once it stands there.</summary>
    public async Task<ILocator> ScannedAsync(string tag)
    {
        var answer = Page.Locator("[data-scan-answer]");
        await Expect(answer).ToContainTextAsync(tag);
        return answer;
    }

    /// <summary>From the scanned item to the receipt: proof, the text to sign, a signature drawn with the mouse.</summary>
    public async Task HandOverAsync(string guest)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = $"Hand over to {guest}" }).ClickAsync();
        await Expect(Page.Locator("h1")).ToContainTextAsync("Hand over:");
        await visitor.LookAsync();
        await Tiles.TickAsync(Page, "proof", "AnsweredQuestions");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Go on to the signature" }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Please read this and sign");
        await visitor.LookAsync();
        await SignAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "I have received it" }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync($"Handed over to {guest}");
        await visitor.LookAsync();
    }

    private async Task SignAsync()
    {
        var pad = Page.Locator("[data-signature-surface]");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = await pad.BoundingBoxAsync() ?? throw new InvalidOperationException("The signature pad is not to be seen.");
        (float X, float Y)[] strokes = [(0.2f, 0.7f), (0.3f, 0.2f), (0.4f, 0.7f), (0.5f, 0.3f), (0.6f, 0.6f), (0.8f, 0.4f)];
        await Page.Mouse.MoveAsync(box.X + box.Width * 0.1f, box.Y + box.Height * 0.5f);
        await Page.Mouse.DownAsync();
        foreach (var (x, y) in strokes)
            await Page.Mouse.MoveAsync(box.X + box.Width * x, box.Y + box.Height * y, new() { Steps = 4 });
        await Page.Mouse.UpAsync();
    }

    private static Task PressAsync(ICDPSession keyboard, string kind, string key, string text, double at)
    {
        var press = new Dictionary<string, object> { ["type"] = kind, ["key"] = key, ["timestamp"] = at };
        if (text.Length > 0)
            press["text"] = text;
        return keyboard.SendAsync("Input.dispatchKeyEvent", press);
    }
}
