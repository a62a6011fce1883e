using LostFound.Queueing;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.SecondContact;

/// <summary>A guest who comes back about the same loss, recognised in each way, until somebody has spoken with them.</summary>
public sealed class SecondContactTests() : SignedInTest
{
    private Browser supervisor = null!;
    private Browser guest = null!;
    private Page claimPage = null!;
    private Claim claim = null!;

    protected override async Task ArrangeAsync()
    {
        await Server.StopKeepingPromisesAsync();
        supervisor = await Server.SignInAsync(StaffRole.Supervisor, "Ines", "Back office");
        guest = Server.NewBrowser();
        claimPage = await guest.FileClaimAsync();
        claim = await Server.Store.OnlyClaimAsync();
    }

    [Fact]
    public async Task Who_asks_about_their_claim_goes_first_and_a_supervisor_hears_of_it_by_name()
    {
        await AskAsync();

        var visit = Assert.Single(await VisitsAsync());
        Assert.Equal((claim.Id, RecognisedBy.Claim, SameLoss.Yes, "Ines"), (visit.ClaimId, visit.By, visit.Same, visit.SupervisorName));
        Assert.Equal(Lane.SecondContact, (await TicketAsync()).Lane);
        await AssertNeedsPersonAsync(claim.Id);
        foreach (var page in new[] { await Agent.OpenAsync("/desk"), await supervisor.OpenAsync("/board") })
            Assert.Contains("Ines: a guest is back about the same loss. They asked about their claim.", page.Text, StringComparison.Ordinal);
        Assert.Contains("You had to ask us again", (await guest.OpenAsync(claimPage.Address.AbsolutePath)).Find(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other@example.com", "0081 45 000 0000", RecognisedBy.Phone, "The same telephone number as claim")]
    [InlineData(" YUKI@example.com", "", RecognisedBy.Email, "The same e-mail address as claim")]
    public async Task Who_reports_again_with_the_same_telephone_or_e_mail_is_recognised_and_staff_say_whether_it_is_the_same_loss(string email, string phone, RecognisedBy by, string reason)
    {
        var second = await FileAgainAsync(email, phone);

        var visit = Assert.Single(await VisitsAsync());
        Assert.Equal((second, by, claim.Id, SameLoss.Unknown), (visit.ClaimId, visit.By, visit.EarlierClaimId, visit.Same));
        await AssertNeedsPersonAsync(second);
        var record = await Agent.OpenAsync($"/claims/{second}");
        Assert.Contains($"{reason} {claim.Reference}", record.Text, StringComparison.Ordinal);
        Assert.Contains($"{claim.Reference}: Claim filed", record.Find(".timeline")!.TextContent, StringComparison.Ordinal);

        var answered = await Agent.SendAsync(record, "form#same-loss", ("same", "yes"));

        Assert.Contains("Back about the same loss", answered.Text, StringComparison.Ordinal);
        Assert.Equal(SameLoss.Yes, Assert.Single(await VisitsAsync()).Same);
        Assert.Contains("a guest is back about the same loss", (await supervisor.OpenAsync("/board")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_another_thing_is_no_emergency()
    {
        var second = await FileAgainAsync("yuki@example.com", "");

        await Agent.SendAsync(await Agent.OpenAsync($"/claims/{second}"), "form#same-loss", ("same", "no"));

        Assert.NotNull(Assert.Single(await VisitsAsync()).SettledAt);
        Assert.DoesNotContain("same loss", (await supervisor.OpenAsync("/board")).Text, StringComparison.Ordinal);
        Assert.False((await NextWordAsync(second)).NeedsPerson);
    }

    [Fact]
    public async Task Who_has_it_back_and_reports_again_has_lost_another_thing()
    {
        await Server.Store.SetStatusAsync(claim.Id, ClaimStatus.Collected);

        await FileAgainAsync("yuki@example.com", "");

        Assert.Empty(await VisitsAsync());
    }

    [Fact]
    public async Task Somebody_else_s_contact_details_are_nobody_s_second_contact()
    {
        await FileAgainAsync("mara@example.com", "+44 20 7946 0999");

        Assert.Empty(await VisitsAsync());
    }

    [Fact]
    public async Task On_staff_s_word_the_claim_comes_first_everywhere_and_the_card_has_words_for_it()
    {
        await JoinAsync("report");
        await Agent.SendAsync(await Agent.OpenAsync($"/claims/{claim.Id}"), "form#came-back", ("note", "Has waited since noon"), ("rude", "yes"));
        await Agent.SendAsync(await Agent.OpenAsync($"/claims/{claim.Id}"), "form#spoke", ("note", "Looked in the boats with them"));
        Assert.NotNull(Assert.Single(await VisitsAsync()).SettledAt);
        Assert.False((await NextWordAsync(claim.Id)).NeedsPerson);
        Assert.Contains("Looked in the boats with them", (await Agent.OpenAsync($"/claims/{claim.Id}")).Find(".timeline")!.TextContent, StringComparison.Ordinal);

        await Agent.SendAsync(await Agent.OpenAsync($"/claims/{claim.Id}"), "form#came-back", ("note", "Is back once more"), ("rude", "yes"));

        await AssertNeedsPersonAsync(claim.Id);
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        Assert.Contains("Somebody was rude to them", record.Find(".guidance")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("back about it: 2", record.Find(".glance")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Lane.SecondContact, (await TicketAsync()).Lane);
    }

    [Fact]
    public async Task The_inbox_puts_them_before_better_matches()
    {
        await Server.AddItemAsync();
        var calm = await Server.AddClaimAsync();
        await Server.AddClaimAsync(description: "A rucksack, dark blue", brand: "");
        await Matching.MatchingSteps.MatchAsync(Server);
        var before = (await Agent.OpenAsync("/desk")).Document.QuerySelectorAll(".row-link");
        Assert.True(before.Length >= 2);
        var last = before[^1].Id!["row-".Length..];
        Assert.NotEqual(calm.Id.ToString(), last);

        await Agent.SendAsync(await Agent.OpenAsync($"/claims/{last}"), "form#came-back");

        var rows = (await Agent.OpenAsync("/desk")).Document.QuerySelectorAll(".row-link");
        Assert.Equal($"row-{last}", rows[0].Id);
        Assert.Contains("Here again", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_counter_the_whole_history_and_the_card_stand_before_the_guest_does()
    {
        await AskAsync();
        var counter = await Agent.SendAsync(await Agent.OpenAsync("/desk/counter"), "form[action='/desk/counter/open']", ("counter", "1"));

        counter = await Agent.SendAsync(counter, "form[action='/desk/counter/1/next']");

        Assert.Contains("They asked about their claim.", counter.Find(".return-panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Listen.", counter.Find(".guidance")!.TextContent, StringComparison.Ordinal);
        var after = await Agent.SendAsync(counter, "form#spoke", ("note", "Said sorry, searched the bins with them"));
        Assert.Equal("/desk/counter", after.Address.AbsolutePath);
        Assert.NotNull(Assert.Single(await VisitsAsync()).SettledAt);
    }

    private Task AskAsync() => JoinAsync("ask");

    private async Task JoinAsync(string wish)
    {
        var page = await guest.OpenAsync($"{claimPage.Address.AbsolutePath}/line");
        Assert.Contains("/c/", (await guest.SendAsync(page, "form[action$='/line']", ("wish", wish))).Address.AbsolutePath, StringComparison.Ordinal);
    }

    private async Task<Guid> FileAgainAsync(string email, string phone)
    {
        var other = Server.NewBrowser();
        var check = await other.SendAsync(await other.AnswerUpToAsync("contact"), GuestBrowser.Form, ("name", "Yuki Tanaka"), ("email", email), ("phone", phone));
        await other.SendAsync(check, GuestBrowser.Form);
        return await Server.Store.ReadAsync(db => db.Claims.Where(c => c.Id != claim.Id).Select(c => c.Id).SingleAsync());
    }

    private async Task AssertNeedsPersonAsync(Guid claimId)
    {
        var promise = await NextWordAsync(claimId);
        Assert.Equal((true, "Ines"), (promise.NeedsPerson, promise.SupervisorName));
    }

    private Task<Promise> NextWordAsync(Guid claimId) => Server.Store.ReadAsync(db => db.Promises.SingleAsync(p => p.ClaimId == claimId && p.Kind == PromiseKind.NextWord && p.Status == PromiseStatus.Open));

    private Task<List<ReturnVisit>> VisitsAsync() => Server.Store.ReadAsync(db => db.ReturnVisits.ToListAsync());

    private Task<Ticket> TicketAsync() => Server.Store.ReadAsync(db => db.Tickets.SingleAsync());
}
