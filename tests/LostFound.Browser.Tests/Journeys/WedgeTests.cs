using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>A scanner that types, wherever the focus is; and a person who types fast.</summary>
public sealed class WedgeTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("/items", "#q")]
    [InlineData("/kiosk", "#description")]
    [InlineData("/desk", "input[name=code]")]
    [InlineData("/scan", "body")]
    public async Task A_scan_shows_the_item_and_leaves_the_page_and_its_fields_as_they_were(string address, string focus)
    {
        var desk = await StaffAsync();
        var item = await Server.AddItemAsync();
        await desk.Page.GotoAsync(address);
        if (address == "/kiosk")
            await MoreAsync(desk.Page);
        var field = desk.Page.Locator(focus);
        if (focus != "body")
        {
            await field.FillAsync("words before");
            await field.EvaluateAsync("field => { field.focus(); field.setSelectionRange(5, 5); }");
        }
        await desk.Visitor.MarkDocumentAsync();
        await desk.ScanByWedgeAsync($"{Server.Address}t/{item.Tag}");

        await desk.ScannedAsync(item.Tag);
        await desk.Visitor.LookAsync();
        await desk.Visitor.AssertSameDocumentAsync();
        if (address is "/items" or "/kiosk")
        {
            Assert.Equal("words before", await field.InputValueAsync());
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the page" }).ClickAsync();
            await Expect(field).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task A_burst_without_its_end_is_given_back_to_the_text_area()
    {
        var area = await TextAreaAsync(await StaffAsync());
        await TypeAsync(area.Page, "7K2M9", apartMs: 8);
        await Expect(area).ToHaveValueAsync("see 7K2M9label");
        await TypeAsync(area.Page, "ab", apartMs: 8);
        await Expect(area).ToHaveValueAsync("see 7K2M9ablabel");
    }

    [Fact]
    public async Task A_person_who_types_fast_and_rolls_over_keys_loses_no_letter()
    {
        const string words = "Three small scratches near the zip\nand a tag";
        var area = await TextAreaAsync(await StaffAsync());
        await area.FillAsync("");
        for (var i = 0; i < words.Length; i += 2)
            await TypeAsync(area.Page, words[i..Math.Min(i + 2, words.Length)], apartMs: 20, pauseMs: 70);
        await Expect(area).ToHaveValueAsync(words);
    }

    [Fact]
    public async Task What_an_input_method_composes_is_left_alone()
    {
        var area = await TextAreaAsync(await StaffAsync());
        await area.FillAsync("");
        var keyboard = await area.Page.Context.NewCDPSessionAsync(area.Page);
        await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = "さいふ", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "財布" });
        await Expect(area).ToHaveValueAsync("財布");
    }

    private static async Task<ILocator> TextAreaAsync(Staff desk)
    {
        await desk.Page.GotoAsync("/kiosk");
        await MoreAsync(desk.Page);
        var area = desk.Page.Locator($"textarea#{ItemFields.Description}, #{ItemFields.Description}");
        await area.FillAsync("see label");
        await area.EvaluateAsync("field => { field.focus(); field.setSelectionRange(4, 4); }");
        return area;
    }

    /// <summary>At the kiosk, words are folded away until somebody wants to write some.</summary>
    private static Task MoreAsync(IPage page) => page.Locator("details.more > summary").ClickAsync();

    private double clock;

    /// <summary>Keys with times of their own, so that a busy machine does not turn a person into a scanner.</summary>
    private async Task TypeAsync(IPage page, string text, int apartMs, int pauseMs = 500)
    {
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        clock = Math.Max(clock + (pauseMs / 1000.0), now);
        foreach (var letter in text)
        {
            var key = letter == '\n' ? "Enter" : letter.ToString();
            var press = new Dictionary<string, object> { ["type"] = "keyDown", ["key"] = key, ["text"] = letter == '\n' ? "\r" : key, ["timestamp"] = clock };
            await keyboard.SendAsync("Input.dispatchKeyEvent", press);
            await keyboard.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["timestamp"] = clock });
            clock += apartMs / 1000.0;
        }
        await keyboard.DetachAsync();
    }
}
