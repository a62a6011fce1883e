using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Retention;

public sealed class DisposeItemTests : SignedInTest
{
    private StaffMember tom = null!;

    protected override async Task ArrangeAsync()
    {
        tom = await Server.AddStaffAsync(StaffRole.Agent, "Tom");
    }

    [Fact]
    public async Task The_list_has_what_is_due_soonest_first_with_what_to_do()
    {
        await AddAsync("backpack", daysAgo: 30);
        var card = await AddAsync("bank-card", daysAgo: 1);
        var medicine = await AddAsync("medicine", daysAgo: 20);
        var food = await AddAsync("lunch-box", daysAgo: 0);

        var page = await Agent.OpenAsync("/items/due");

        Assert.Equal("3 items are due", page.Headline);
        var due = page.Document.QuerySelectorAll("section[aria-label] .row-link").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(new[] { medicine, card, food }.Select(i => $"/items/{i.Id}").Order(), due.Order());
        Assert.Equal($"/items/{medicine.Id}", due[0]);
        foreach (var words in new[] { "Overdue: it was to be kept until Sat 20 Jun 2026", "Keep until tonight, Sat 4 Jul 2026", "Cut through the chip and the stripe", "Throw the food away the same evening" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_follows_the_clock()
    {
        await AddAsync("medicine", daysAgo: 5);
        Assert.Equal("Nothing is due today", (await Agent.OpenAsync("/items/due")).Headline);

        // Sunday, five in the morning: the seventh day begins.
        Server.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromSeconds(1));
        Assert.Equal("Nothing is due today", (await (await AgainAsync()).OpenAsync("/items/due")).Headline);
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1 item is due", (await Agent.OpenAsync("/items/due")).Headline);
    }

    [Fact]
    public async Task What_is_done_is_told_in_the_history_and_the_item_stays_to_be_found()
    {
        var food = await AddAsync("lunch-box");

        var page = await DisposeAsync(food, ("note", "Into closed waste"));

        Assert.Equal("/items/due", page.Address.AbsolutePath);
        Assert.Contains("Done: Lunch box", page.Text, StringComparison.Ordinal);
        var gone = await AtTheKiosk.ItemAsync(Server, food.Id);
        Assert.Equal((ItemStatus.Disposed, food.Version + 1), (gone.Status, gone.Version));
        var told = (await Server.CustodyAsync(food.Id))[^1];
        Assert.Equal((CustodyKind.Disposed, "Maya", "Desk 1"), (told.Kind, told.StaffName, told.DeviceName));
        Assert.Equal("Destroyed. Food: kept until Sat 4 Jul 2026. Into closed waste", told.Note);
        var found = await Agent.OpenAsync($"/items?q={food.Tag}&status=Disposed");
        Assert.Contains("1 item fits", found.Text, StringComparison.Ordinal);
        Assert.Contains("Disposed of", found.Find(".row-link")!.TextContent, StringComparison.Ordinal);
        var history = await Agent.OpenAsync($"/items/{food.Id}");
        Assert.Contains("Disposed of by Maya, Desk 1", history.Text, StringComparison.Ordinal);
        Assert.Null(history.Find($"a[href='/items/{food.Id}/amend']"));
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
    }

    [Fact]
    public async Task The_same_form_sent_twice_disposes_once()
    {
        var food = await AddAsync("lunch-box");
        var form = await Agent.OpenAsync($"/items/{food.Id}/dispose");

        for (var i = 0; i < 2; i++)
            Assert.Equal("/items/due", (await Agent.SendAsync(form, "form#dispose")).Address.AbsolutePath);

        Assert.Equal(2, (await Server.CustodyAsync(food.Id)).Count);
    }

    [Fact]
    public async Task What_still_has_its_time_stays()
    {
        var backpack = await AddAsync("backpack");

        var page = await Agent.OpenAsync($"/items/{backpack.Id}/dispose");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Keep until Thu 1 Oct 2026. Somebody may still come for it.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_for_a_guest_stays_and_the_page_says_so()
    {
        var food = await AddAsync("lunch-box");
        var open = await Agent.OpenAsync($"/items/{food.Id}/dispose");
        var claim = await Server.AddClaimAsync();
        await SetAsync(food, ItemStatus.OnHold, claim.Id);

        foreach (var page in new[] { await Agent.SendAsync(open, "form#dispose"), await Agent.OpenAsync($"/items/{food.Id}/dispose") })
        {
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains($"on hold for a guest (claim {claim.Reference}), so it can’t be disposed of", page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("On hold for a guest: it can’t be disposed of", (await Agent.OpenAsync("/items/due")).Text, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.OnHold, (await AtTheKiosk.ItemAsync(Server, food.Id)).Status);
    }

    [Fact]
    public async Task What_a_guest_is_being_asked_about_stays()
    {
        var food = await AddAsync("lunch-box");
        var claim = await Server.AddClaimAsync();
        await Server.Store.WriteAsync(db =>
        {
            db.Candidates.Add(new Candidate { Id = Guid.NewGuid(), ClaimId = claim.Id, ItemId = food.Id, Bits = 3, Probability = .8, Contributions = "[]", ModelVersion = "test", Status = CandidateStatus.Proposed });
            return Task.CompletedTask;
        }, default);

        Assert.Contains("A guest is being asked whether it is theirs", (await Agent.OpenAsync($"/items/{food.Id}/dispose")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bank_card_is_cut_while_another_person_watches()
    {
        var card = await AddAsync("bank-card", daysAgo: 1);

        var alone = await DisposeAsync(card, ("note", "Kept as typed"));
        var oneself = await DisposeAsync(card, ("second", (await MayaAsync()).Id.ToString()), ("pin", StaffBrowser.Pin));
        var wrong = await DisposeAsync(card, ("second", tom.Id.ToString()), ("pin", "111222"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kept as typed"), (alone.Status, alone.Find("textarea")!.TextContent));
        Assert.Contains("so the second person must be somebody else", oneself.Text, StringComparison.Ordinal);
        Assert.Contains("That PIN isn’t right", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("111222", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.InStorage, (await AtTheKiosk.ItemAsync(Server, card.Id)).Status);
        Assert.Equal(1, (await Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Id == tom.Id))).FailedPins);

        await DisposeAsync(card, ("second", tom.Id.ToString()), ("pin", StaffBrowser.Pin));

        Assert.Equal("Destroyed. Bank cards: kept until Sat 4 Jul 2026. Tom watched and confirmed it.", (await Server.CustodyAsync(card.Id))[^1].Note);
        var audit = await Server.Store.ReadAsync(db => db.AuditEntries.OrderBy(a => a.Id).Select(a => a.Kind).ToListAsync());
        Assert.Equal([AuditKind.SignInRefused, AuditKind.SignInRefused, AuditKind.SecondPersonProved], audit.TakeLast(3));
    }

    [Fact]
    public async Task What_is_gone_is_no_candidate_any_more_and_its_tag_says_what_became_of_it()
    {
        var item = await Server.AddItemAsync(i => { i.FoundAt = i.FoundAt.AddDays(-100); return i; });
        await Server.AddClaimAsync();
        await Server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.LostFrom, item.FoundAt.AddHours(-2)).SetProperty(c => c.LostTo, item.FoundAt.AddHours(-1)).SetProperty(c => c.NeedsMatching, true).SetProperty(c => c.Version, 2)), default);
        await Server.MatchAsync();
        Assert.Single(await Server.CandidatesAsync());

        await DisposeAsync(item);
        await Server.MatchAsync();

        Assert.Empty(await Server.CandidatesAsync());
        Assert.Equal(0, Server.Services.GetRequiredService<MatchingIndex>().Count);
        var scanned = await Agent.OpenAsync($"/scan?code={item.Tag}");
        Assert.Contains("was disposed of at 15:00 by Maya. Given to charity.", scanned.Text, StringComparison.Ordinal);
        Assert.Equal("No longer here", (await Agent.OpenAsync($"/handover/{item.Id}")).Headline);
    }

    private Task<StaffMember> MayaAsync() => Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == "Maya"));

    /// <summary>The session ended while the clock ran.</summary>
    private async Task<Browser> AgainAsync()
    {
        Agent.Dispose();
        return Agent = await Server.SignInAsync();
    }

    private Task<Item> AddAsync(string category, int daysAgo = 0) => Server.AddItemAsync(item =>
    {
        (item.Category, item.FoundAt, item.SearchText, item.NeedsMatching) = (category, item.FoundAt.AddDays(-daysAgo), item.Tag, false);
        return item;
    });

    private Task SetAsync(Item item, ItemStatus status, Guid claim) => Server.Store.WriteAsync(db => db.Items.Where(i => i.Id == item.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, status).SetProperty(i => i.ClaimId, claim)), default);

    private async Task<Page> DisposeAsync(Item item, params (string Name, string Value)[] typed) =>
        await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/dispose"), "form#dispose", typed);
}
