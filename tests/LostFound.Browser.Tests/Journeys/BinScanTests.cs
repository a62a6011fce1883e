using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>At the shelves: a bin, then items; counting; without network.</summary>
public sealed class BinScanTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_bins_label_and_then_items_move_and_the_last_is_taken_back_by_keyboard()
    {
        var desk = await StaffAsync();
        var items = new[] { await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A1"), await Server.AddItemInAsync(null) };
        await desk.Page.GotoAsync("/scan");
        await desk.ScanByWedgeAsync("HTTPS://LOST.EXAMPLE.ORG/B/B2");
        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("Put into B2");
        await desk.Visitor.LookAsync();
        await desk.Visitor.MarkDocumentAsync();
        foreach (var (item, words) in items.Zip(["1 item moved to B2", "2 items moved to B2", "3 items moved to B2"]))
        {
            await desk.ScanByWedgeAsync(item.Tag);
            await Expect(desk.Page.Locator("#run-title")).ToHaveTextAsync(words);
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Expect(desk.Page.Locator("[data-scan-status]")).ToContainTextAsync("moved to B2. 3 items moved to B2.");
        await desk.Visitor.LookAsync();

        await desk.Page.Locator("[data-scan-undo] button").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.Locator("#run-title")).ToHaveTextAsync("2 items moved to B2");
        await Expect(desk.Page.Locator("input[name=code]")).ToBeFocusedAsync();
        await desk.Visitor.AssertSameDocumentAsync();
        Assert.Null((await Server.ItemNowAsync(items[2].Id)).Bin);
    }

    [Fact]
    public async Task The_camera_keeps_scanning_and_reads_a_code_that_stays_in_sight_once()
    {
        var desk = await StaffAsync();
        var item = await Server.AddItemInAsync("A3");
        Camera.Show(await QrFrame.OfAsync(desk.Page, $"{Server.Address}T/{item.Tag}".ToUpperInvariant()));
        await desk.Page.GotoAsync("/b/B2");
        await desk.ScanByCameraAsync();
        await Expect(desk.Page.Locator("#run-title")).ToHaveTextAsync("1 item moved to B2");
        // Long after a code that left and came back would have been read again.
        await desk.Page.WaitForFunctionAsync("since => performance.now() - since > 2500", await desk.Page.EvaluateAsync<double>("performance.now()"));
        await desk.StopCameraAsync();
        Assert.Single(await Server.BinScansAsync());
    }

    [Fact]
    public async Task Without_network_scans_are_kept_on_the_device_through_a_reload_and_sent_once_when_it_is_back()
    {
        var desk = await StaffAsync();
        desk.Visitor.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        var items = new[] { await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A1") };
        await desk.Page.GotoAsync("/b/B2");
        await desk.Page.Context.SetOfflineAsync(true);
        foreach (var item in items)
            await desk.ScanByWedgeAsync(item.Tag);
        await Expect(desk.Page.Locator("[data-scan-kept-words]")).ToHaveTextAsync("2 scans are not sent yet");
        Assert.Equal("A3", (await Server.ItemNowAsync(items[0].Id)).Bin);

        await desk.Page.Context.SetOfflineAsync(false);
        await desk.Page.ReloadAsync();

        await Expect(desk.Page.Locator("#run-title")).ToHaveTextAsync("2 items moved to B2");
        await Expect(desk.Page.Locator("[data-scan-kept]")).ToBeHiddenAsync();
        Assert.Equal(2, (await Server.BinScansAsync()).Count);
    }

    [Fact]
    public async Task Two_devices_count_one_bin_together_and_the_report_mends_what_it_found()
    {
        var (first, second, wrong) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("B2"));
        var missing = await Server.AddItemInAsync("A3");
        var desk = await StaffAsync();
        var phone = await StaffAsync(name: "Ines", device: "Phone", screen: Device.Phone);
        await desk.Page.GotoAsync("/b/A3");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Stock-take this bin" }).ClickAsync();
        await Expect(desk.Page.Locator("#count-title")).ToHaveTextAsync("0 of 3 scanned");
        await desk.Visitor.LookAsync();
        await phone.Page.GotoAsync(desk.Page.Url);
        await desk.ScanByWedgeAsync(first.Tag);
        await phone.Page.Locator("input[name=code]").FillAsync(second.Tag);
        await phone.Page.Locator("input[name=code]").PressAsync("Enter");
        await Expect(desk.Page.Locator("#count-title")).ToHaveTextAsync("2 of 3 scanned");
        await desk.ScanByWedgeAsync(second.Tag);
        await Expect(desk.Page.Locator("[data-scan-status]")).ToContainTextAsync("counted already, by Ines");
        await desk.ScanByWedgeAsync(wrong.Tag);
        await Expect(phone.Page.Locator("#count-title + .badge")).ToContainTextAsync("1 laid aside");
        await phone.Visitor.LookAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Finish: everything is scanned" }).ClickAsync();
        await desk.Visitor.LookAsync();
        await desk.Page.Locator("#unexpected form button").ClickAsync();
        await desk.Page.Locator("#missing form button").ClickAsync();
        await Expect(desk.Page.Locator("#missing")).ToContainTextAsync("Marked missing");
        await desk.Visitor.LookAsync();
        await Expect(phone.Page.Locator("[data-scan-answer]")).ToContainTextAsync("Maya finished this count");
        Assert.Equal("A3", (await Server.ItemNowAsync(wrong.Id)).Bin);
        Assert.NotNull((await Server.ItemNowAsync(missing.Id)).MissingSince);
    }

    [Fact]
    public async Task The_new_pages_are_for_everyone_who_works_here()
    {
        var desk = await StaffAsync(Web.Shared.StaffRole.Supervisor, "Ines");
        foreach (var address in new[] { "/bins", "/bins/labels", "/b/A3", "/scan", "/scan/refused" })
        {
            await desk.Page.GotoAsync(address);
            await desk.Visitor.LookAsync();
        }
    }
}
