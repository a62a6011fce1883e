using System.Diagnostics;
using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>How much work registering is: the real page, real touches and keys, counted by the page.</summary>
public sealed class KioskWalkthroughTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly Device TouchKiosk = new(1280, 800, Touch: true);

    [Fact]
    public async Task A_common_item_by_touch_takes_a_photo_and_three_taps_and_no_typing()
    {
        var (desk, hands) = await AtKioskAsync(TouchKiosk);

        await PhotographAsync(desk);
        await TapAsync(desk, "[data-likely] label:has-text('Backpack')");
        await TapAsync(desk, "[data-proposed] label");
        await AssertNothingScrolledAsync(desk);
        var response = await RegisteredAsync(desk, () => TapAsync(desk, "[data-send]"));

        var model = new KeystrokeLevel(await hands.TapsAsync(), await hands.KeysAsync(), Decisions: 4, Homings: 1, response);
        Report(model.Said("A common item by touch, its photo included"));
        // One of the taps takes the photo.
        Assert.InRange(model.Taps, 1, 1 + 5);
        Assert.Equal(0, model.Keys);
        Assert.InRange(model.Seconds, 0, 20);
        var item = Assert.Single(await ItemsAsync(desk));
        Assert.Equal(("backpack", "guest-services"), (item.Category, item.Place));
        Assert.NotEmpty(item.Colours);
        Assert.Single(item.Photos);
    }

    [Fact]
    public async Task A_common_item_by_keyboard_takes_four_keys_and_no_pointer()
    {
        var (desk, hands) = await AtKioskAsync(Device.DeskScreen);

        await CameraReadyAsync(desk);
        await desk.Page.Keyboard.PressAsync("p");
        await Expect(desk.Page.Locator("[data-proposed] label").First).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("1");
        await desk.Page.Keyboard.PressAsync("a");
        var response = await RegisteredAsync(desk, () => desk.Page.Keyboard.PressAsync("Enter"));

        var model = new KeystrokeLevel(await hands.TapsAsync(), await hands.KeysAsync(), Decisions: 4, Homings: 1, response);
        Report(model.Said("A common item by keyboard, its photo included"));
        Assert.Equal((0, 4), (model.Taps, model.Keys));
        Assert.NotEmpty(Assert.Single(await ItemsAsync(desk)).Colours);
    }

    [Fact]
    public async Task A_tray_of_three_alike_takes_three_taps_for_each_after_the_first()
    {
        var (desk, hands) = await AtKioskAsync(TouchKiosk);
        var response = TimeSpan.Zero;

        await PhotographAsync(desk);
        await TapAsync(desk, "[data-likely] label:has-text('Cap')");
        await TapAsync(desk, "[data-proposed] label");
        response += await RegisteredAsync(desk, () => TapAsync(desk, "[data-send]"));
        for (var more = 0; more < 2; more++)
        {
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Same again" }).TapAsync();
            await Expect(desk.Page.Locator("[data-same-again]")).ToContainTextAsync("Same again: Cap");
            await PhotographAsync(desk);
            await AssertNothingScrolledAsync(desk);
            response += await RegisteredAsync(desk, () => TapAsync(desk, "[data-send]"));
        }

        var model = new KeystrokeLevel(await hands.TapsAsync(), await hands.KeysAsync(), Decisions: 4 + 2 * 2, Homings: 3, response);
        Report(model.Said("A tray of three alike by touch, their photos included"));
        Assert.Equal((4 + 2 * 3, 0), (model.Taps, model.Keys));
        var items = await ItemsAsync(desk);
        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.Equal(("cap", 1, ""), (item.Category, item.Photos.Count, item.PrivateNotes)));
        Assert.Single(items.Select(item => (string.Join(' ', item.Colours), item.Place, item.FoundAt)).Distinct());
        Assert.Equal(3, items.Select(item => item.Tag).Distinct().Count());
    }

    [Fact]
    public async Task A_bag_with_its_contents_is_one_record_by_taps_alone()
    {
        var (desk, hands) = await AtKioskAsync(TouchKiosk);

        await PhotographAsync(desk);
        await TapAsync(desk, "[data-likely] label:has-text('Backpack')");
        await TapAsync(desk, "[data-proposed] label");
        await TapAsync(desk, ".inside-fold summary");
        await TapAsync(desk, "[data-kind='bottle'] .inside-face");
        await TapAsync(desk, "[data-kind='bottle'] .inside-face");
        await TapAsync(desk, "[data-kind='sunglasses'] .inside-face");
        await TapAsync(desk, "[data-kind='phone'] .inside-face");
        await TapAsync(desk, "[data-kind='phone'] .inside-minus");
        await Expect(desk.Page.Locator("[data-contents-said]")).ToHaveTextAsync("2 × Bottle or cup, Sunglasses");
        await desk.Visitor.LookAsync();
        var response = await RegisteredAsync(desk, () => TapAsync(desk, "[data-send]"));

        var model = new KeystrokeLevel(await hands.TapsAsync(), await hands.KeysAsync(), Decisions: 4 + 4, Homings: 1, response);
        Report(model.Said("A bag with two bottles and sunglasses by touch (one slip taken back), its photo included"));
        Assert.Equal((10, 0), (model.Taps, model.Keys));
        Assert.Equal([new ContainedItem("sunglasses", 1, ""), new ContainedItem("bottle", 2, "")], Assert.Single(await ItemsAsync(desk)).Contents);
    }

    private async Task<(Staff Desk, HandCount Hands)> AtKioskAsync(Device screen)
    {
        var desk = await StaffAsync(screen: screen);
        var hands = await HandCount.OverAsync(desk.Page);
        await desk.Page.GotoAsync("/kiosk");
        await hands.StartAsync();
        return (desk, hands);
    }

    private static async Task CameraReadyAsync(Staff desk)
    {
        await Expect(desk.Page.Locator("[data-shutter]")).ToBeVisibleAsync();
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('[data-video]').videoWidth > 0");
    }

    private static async Task PhotographAsync(Staff desk)
    {
        await CameraReadyAsync(desk);
        await TapAsync(desk, "[data-shutter]");
        await Expect(desk.Page.Locator(".shot img")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("[data-proposed] label").First).ToBeVisibleAsync();
    }

    private static Task TapAsync(Staff desk, string what) => desk.Page.Locator(what).First.TapAsync();

    /// <summary>What was touched was all in sight from the beginning: nothing had to be brought there.</summary>
    private static async Task AssertNothingScrolledAsync(Staff desk) => Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => Math.round(scrollY)"));

    /// <summary>Until the label stands there; how long the person waited for it.</summary>
    private static async Task<TimeSpan> RegisteredAsync(Staff desk, Func<Task> send)
    {
        var waited = Stopwatch.StartNew();
        await send();
        await desk.LabelAsync();
        return waited.Elapsed;
    }

    /// <summary>What the server has, once the device says that it has all.</summary>
    private async Task<List<Item>> ItemsAsync(Staff desk)
    {
        await Expect(desk.Page.Locator("[data-outbox]")).ToContainTextAsync("Everything here has arrived");
        return await Server.Store.ReadAsync(db => db.Items.Include(i => i.Photos).ToListAsync());
    }
}
