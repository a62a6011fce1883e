using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>A guest waits on the phone, a counter calls from the keyboard, and the wall says so by itself.</summary>
public sealed class CounterTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task One_key_and_Enter_call_the_guest_and_phone_and_wall_say_so()
    {
        var wall = await VisitAsync(Device.Wall);
        await wall.Page.GotoAsync("/display/main");
        await Expect(wall.Page.Locator(".display-notice-title")).ToHaveTextAsync("No counter is open right now");
        await wall.LookAsync();
        await wall.MarkDocumentAsync();
        var staff = await StaffAsync();
        await staff.Page.GotoAsync("/desk");
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Open a counter" }).ClickAsync();
        await staff.Visitor.LookAsync();
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Counter 2" }).ClickAsync();
        await Expect(staff.Page.Locator(".empty-title")).ToHaveTextAsync("Nobody is waiting.");
        await Expect(wall.Page.Locator(".display-notice-title")).ToHaveTextAsync("Nobody is waiting");
        await Expect(staff.Page.Locator("[data-connection]")).ToHaveAttributeAsync("data-state", "live");

        var guest = await GuestAsync();
        await JoinAsync(guest);
        await Expect(staff.Page.Locator(".counter-free .counter-number")).ToHaveTextAsync("1");
        await staff.Visitor.LookAsync();
        await staff.Page.Keyboard.PressAsync("n");
        await Expect(staff.Page.Locator("#call-next")).ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("Enter");

        await Expect(staff.Page.Locator(".guest-who")).ToContainTextAsync("on the way");
        await Expect(guest.Headline).ToHaveTextAsync("Come now: counter 2.");
        await Expect(wall.Page.Locator(".is-latest .display-number")).ToContainTextAsync("1");
        await Expect(wall.Page.Locator(".is-latest .display-counter")).ToHaveTextAsync("2");
        await wall.AssertSameDocumentAsync();
        await wall.LookAsync();
        await staff.Visitor.LookAsync();
        await staff.Page.Locator("#do-S").ClickAsync();
        await staff.Page.Locator("#do-D").ClickAsync();
        await Expect(staff.Page.Locator(".empty-title")).ToHaveTextAsync("Nobody is waiting.");
        await Expect(guest.Headline).ToHaveTextAsync("You were served.");
    }

    [Fact]
    public async Task A_wall_that_is_cut_off_says_so_and_is_true_again_by_itself_and_loads_anew_the_next_day()
    {
        var wall = await VisitAsync(Device.Wall);
        await wall.Page.Clock.InstallAsync();
        await wall.Page.GotoAsync("/display/main");
        await Expect(wall.Page.Locator(".display-notice-title")).ToBeVisibleAsync();
        await wall.MarkDocumentAsync();

        await wall.Page.RouteAsync("**/display/main/now?*", route => route.AbortAsync());
        wall.Watch.Expect("net::ERR_FAILED");
        await wall.Page.Clock.FastForwardAsync(60_000);
        await Expect(wall.Page.Locator("[data-stale]")).ToContainTextAsync("As of 15:00: no connection since.");
        await wall.Page.UnrouteAsync("**/display/main/now?*");
        await wall.Page.Clock.FastForwardAsync(11_000);
        await Expect(wall.Page.Locator("[data-stale]")).ToBeHiddenAsync();
        await wall.AssertSameDocumentAsync();

        Server.Clock.Advance(TimeSpan.FromDays(1));
        await wall.Page.Clock.FastForwardAsync(61_000);
        await wall.Page.WaitForFunctionAsync("() => window.markedByTest !== true");
        await Expect(wall.Page.Locator("[data-stale]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_board_with_a_line_fits_the_wall_and_its_measured_waits_are_a_page()
    {
        await JoinAsync(await GuestAsync());
        var sam = await StaffAsync(StaffRole.Supervisor, "Sam", screen: Device.Wall);
        await sam.Page.GotoAsync("/board");
        await Expect(sam.Page.Locator(".line-tile .stat-action").First).ToContainTextAsync("nobody is at a counter: open one");
        Assert.True(await sam.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), "The board has to be scrolled");
        await sam.Visitor.LookAsync();
        await sam.Page.GotoAsync("/board/line");
        await Expect(sam.Page.Locator(".measured-table tbody").First).ToContainTextAsync("All day");
        await sam.Visitor.LookAsync();
    }

    private static async Task JoinAsync(Guest guest)
    {
        await guest.OpenAsync("/q?desk=main");
        await guest.Page.Locator("input[name=wish][value=report]").CheckAsync();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Take my place" }).ClickAsync();
        await guest.WaitUntilLiveAsync();
    }
}
