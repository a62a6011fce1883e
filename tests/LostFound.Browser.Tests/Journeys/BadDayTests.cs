using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Promises;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>
/// A whole bad day on one guest's open page: lost, nothing found, the ride closed, a promise moved honestly, found, called,
/// collected, rated badly, and a call promised. In a language that is read from left to right, one from right to left, and
/// one without spaces.
/// </summary>
public sealed class BadDayTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Why = "The boats are still on the water. We search them when they are in.";

    private static readonly Loss Lost = new() { Phone = "+44 20 7946 0999" };

    [Theory]
    [InlineData("en", "en-GB", "ltr")]
    [InlineData("ar", "ar-AE", "rtl")]
    [InlineData("ja", "ja-JP", "ltr")]
    public async Task The_guest_is_told_before_having_to_ask(string language, string locale, string direction)
    {
        var say = Server.Services.GetRequiredService<Words>().In(language);
        var promised = Server.Services.GetRequiredService<ConfigStore>().Current.Promises.Words.In(say);
        var venue = Server.Services.GetRequiredService<ConfigStore>().Current;
        var desk = new People.Desk(Server);
        await Server.AddStaffAsync(StaffRole.Supervisor, "Ines");
        var address = await Server.FileClaimAsync(Lost, locale);
        var guest = new Guest(await VisitAsync(Device.Phone, locale: locale));
        await guest.OpenAsync(address);
        await Expect(guest.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(guest.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await guest.WaitUntilLiveAsync();
        await guest.Visitor.MarkDocumentAsync();
        await SeesAsync("1-lost", Start(promised.Looking));

        await desk.WaitAsync(TimeSpan.FromMinutes(232));
        await SeesAsync("2-nothing-yet", Start(promised.NothingYet));
        var time = new VenueTime(venue.TimeZone, Server.Clock.GetUtcNow().UtcDateTime, say.Language);
        var due = await Server.Store.ReadAsync(db => db.Claims.Select(c => c.NextWordBy).SingleAsync());
        await Expect(guest.Page.Locator(".timeline time").First).ToHaveTextAsync(time.Describe(due!.Value));

        await desk.PostBreakdownAsync(Lost.Place, TimeSpan.FromHours(2));
        await Expect(guest.Page.Locator(".notices")).ToContainTextAsync(venue.Place(Lost.Place)!.NameIn(say));
        await SeesAsync("3-ride-closed", Start(promised.NothingYet));

        await desk.MoveTheNextWordAsync(TimeSpan.FromHours(2), Why);
        await Expect(guest.Page.Locator(".timeline")).ToContainTextAsync(say["promises.moved"]);
        await Expect(guest.Page.Locator(".timeline")).ToContainTextAsync(Why);
        await SeesAsync("4-promise-moved", Start(promised.NothingYet));

        var staff = await Server.SignInAsync();
        await staff.RegisterAsync(new Find());
        await staff.ConfirmAsync();
        await SeesAsync("5-found", Start(promised.Found));

        await desk.OpenCounterAsync();
        await TakeAPlaceAsync(guest);
        Server.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.CallNextAsync();
        await Expect(guest.Page.Locator("[data-place-headline]")).ToHaveTextAsync(say["queue.come-now-counter", ("number", 1)]);
        await SeesAsync("6-called", Start(promised.Found));

        await desk.HandOverAsync(Lost.Name);
        await SeesAsync("7-collected", say["status.back"]);

        await guest.Page.Locator(".rate-button[value='2']").ClickAsync();
        await SeesAsync("8-rated", say["feedback.thanks"]);
        var call = await Server.Store.ReadAsync(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.CallBack && p.Status == PromiseStatus.Open));
        Assert.Equal(("Ines", PromiseCause.BadRating), (call.SupervisorName, call.Cause));
        await Expect(guest.Page.Locator("#call-title")).ToContainTextAsync("Ines");

        async Task SeesAsync(string moment, string headline)
        {
            await Expect(guest.Headline).ToContainTextAsync(headline);
            await guest.Visitor.LookAsync();
            await guest.Visitor.KeepPictureAsync($"bad-day-{language}-{moment}");
        }
    }

    /// <summary>As the guest chooses it, on the page that the claim's links to.</summary>
    private static async Task TakeAPlaceAsync(Guest guest)
    {
        await guest.Page.Locator("a[href$='/line']").First.ClickAsync();
        var send = guest.Page.Locator("form[action$='/line'] button").First;
        await Expect(send).ToBeVisibleAsync();
        await guest.Visitor.LookAsync();
        await send.ClickAsync();
        await Expect(guest.Page.Locator("[data-place-headline]")).ToBeVisibleAsync();
        await guest.WaitUntilLiveAsync();
    }

    /// <summary>A sentence up to its first gap.</summary>
    private static string Start(string sentence) => sentence.Split('{')[0].Trim();
}
