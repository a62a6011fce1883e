using System.Diagnostics;
using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>The main job from end to end, by everybody who has a part in it, in real browsers.</summary>
public sealed class TheStory(Chromium chromium) : BrowserTest(chromium)
{
    private const int MostMillisecondsToTheGuest = 2000;

    private static readonly Loss Lost = new();
    private static readonly Loss LostByAnother = new() { Name = "Noor Bakker", Email = "noor@example.org", Description = "A dark blue rucksack for hiking", Brand = "", Marks = "Two water bottles" };
    private static readonly Find Found = new();

    protected override Payloads Payloads { get; } = new();

    [Fact]
    public async Task A_knapsack_is_found_claimed_matched_and_handed_over_before_everyones_eyes()
    {
        QrPicture.NeedReader();
        var desk = await StaffAsync();
        var board = await OpenBoardAsync();

        var tag = await RegisterAsync(desk);

        var guest = await GuestAsync();
        Payloads.ListenTo(guest.Page);
        var reference = await guest.FileClaimAsync(Lost);
        await guest.WaitUntilLiveAsync();
        await guest.Visitor.LookAsync();
        await guest.Visitor.MarkDocumentAsync();
        var another = await GuestAsync(javaScript: false);
        await another.FileClaimAsync(LostByAnother);

        await DecideAsync(desk, reference, guest);
        await another.Page.GetByRole(AriaRole.Link, new() { Name = "Look for news" }).ClickAsync();
        await Expect(another.Headline).ToContainTextAsync("We're looking.");

        await ScanAndHandOverAsync(desk, tag);
        await Expect(guest.Headline).ToHaveTextAsync("It’s back with you.");
        await guest.Visitor.LookAsync();
        await guest.Visitor.AssertSameDocumentAsync();

        await Expect(Figure(board, "Handed over today")).ToHaveTextAsync("1");
        await board.LookAsync();
        await board.AssertSameDocumentAsync();

        await AssertNoItemDataReachedGuestsAsync(tag);
    }

    private async Task<Visitor> OpenBoardAsync()
    {
        var office = await StaffAsync(StaffRole.Supervisor, "Ines", "Office wall", Device.Wall);
        await office.Page.GotoAsync("/board");
        await Expect(Figure(office.Visitor, "Handed over today")).ToHaveTextAsync("0");
        await office.Visitor.LookAsync();
        await office.Visitor.MarkDocumentAsync();
        return office.Visitor;
    }

    private async Task<string> RegisterAsync(Staff desk)
    {
        await desk.Page.GotoAsync("/kiosk");
        await desk.TakePhotoAsync();
        await desk.FillInAsync(Found);
        await desk.Visitor.LookAsync();
        await desk.SendAsync();
        var tag = await desk.LabelAsync();
        await desk.Visitor.LookAsync();
        // The reader sees what the printer would: the label page, nothing cut out for it.
        var read = await QrPicture.ReadAsync(await desk.Page.ScreenshotAsync());
        Assert.Equal(new Uri(Server.Address, $"/t/{tag}").ToString().ToUpperInvariant(), read);
        return tag;
    }

    private static async Task DecideAsync(Staff desk, string reference, Guest guest)
    {
        await desk.Page.GotoAsync("/desk");
        await desk.OpenClaimAsync(reference);
        await desk.Visitor.LookAsync();
        await Expect(guest.Headline).ToContainTextAsync("We're looking.");
        await desk.ConfirmAsync();
        var sinceTheAnswer = Stopwatch.StartNew();
        await guest.Page.WaitForFunctionAsync("() => document.querySelector('h1').textContent.startsWith('Good news')");
        var took = sinceTheAnswer.ElapsedMilliseconds;
        Report($"The guest's page changed {took} ms after staff confirmed.");
        Assert.InRange(took, 0, MostMillisecondsToTheGuest);
        await guest.Visitor.AssertSameDocumentAsync();
        await guest.Visitor.LookAsync();
    }

    private async Task ScanAndHandOverAsync(Staff desk, string tag)
    {
        await desk.Page.GotoAsync("/desk");
        await desk.Page.Locator("h1").First.ClickAsync();
        await desk.ScanByWedgeAsync(tag);
        await desk.ScannedAsync(tag);
        await desk.Visitor.LookAsync();
        await desk.HandOverAsync(Lost.Name);
    }

    /// <summary>Neither shown nor hidden, in no header, picture or message: nothing of the item ever left for a guest.</summary>
    private async Task AssertNoItemDataReachedGuestsAsync(string tag)
    {
        var item = await Server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Tag == tag));
        var photo = await Server.Store.ReadAsync(db => db.ItemPhotos.SingleAsync(p => p.ItemId == item.Id));
        var candidates = await Server.Store.ReadAsync(db => db.Candidates.Where(c => c.ItemId == item.Id).ToListAsync());
        Assert.NotEmpty(candidates);
        string[] secrets =
        [
            tag, $"{tag[..4]}-{tag[4..]}", item.Id.ToString(), photo.Hash, "quilted hipbelt", "Zebra-striped", "QZV-4471",
            .. candidates.Select(c => c.Id.ToString()),
            .. candidates.Select(c => c.Probability.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Where(score => score.Length > 5),
        ];
        Assert.Contains(Payloads.All, sent => sent.Content.Contains("Good news", StringComparison.Ordinal));
        Assert.Contains(Payloads.All, sent => sent.Source.StartsWith("ws:", StringComparison.Ordinal));
        foreach (var (source, content) in Payloads.All)
            Assert.All(secrets, secret => Assert.False(content.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} reached a guest in {source}"));
    }

    private static ILocator Figure(Visitor board, string label) =>
        board.Page.Locator(".stat").Filter(new() { Has = board.Page.GetByText(label, new() { Exact = true }) }).Locator(".stat-number");
}
