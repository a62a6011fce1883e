using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Tests.Features.Claims;

public sealed class ClosingTests : SignedInTest
{
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", Web.Shared.StaffRole.Agent, Guid.NewGuid(), "Desk 1", "main");
    private Browser guest = null!;
    private string address = "";
    private Guid claimId;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
        claimId = (await Server.Store.OnlyClaimAsync()).Id;
        await Server.SweepByHandAsync();
    }

    [Fact]
    public async Task After_the_days_of_looking_the_guest_is_told_honestly_and_nothing_is_promised_any_more()
    {
        Server.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(0, await SweepAsync());
        Server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        var claim = await Server.ClaimAsync(claimId);
        Assert.Equal((ClaimStatus.NotFound, null), (claim.Status, claim.NextWordBy));
        var page = await guest.OpenAsync(address);
        Assert.Equal("We haven’t found it. We’re sorry.", page.Headline);
        Assert.Contains("stays on file until Fri 16 Oct 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("We looked for 14 days.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"form[action='{address}/feedback']"));
    }

    [Fact]
    public async Task Nobody_is_told_so_outside_of_opening_hours()
    {
        Server.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromHours(14));
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Nothing_is_closed_while_something_may_still_be_theirs()
    {
        var item = await Server.AddItemAsync(item => { item.NeedsMatching = false; return item; });
        Server.Clock.Advance(TimeSpan.FromDays(14));
        await AssertKeptOpenAsync(db => { db.Candidates.Add(Candidate(item, CandidateStatus.Proposed, .4)); return Task.CompletedTask; }, db => db.Candidates.ExecuteDeleteAsync());
        await AssertKeptOpenAsync(db => { db.Candidates.Add(Candidate(item, CandidateStatus.Open, .99)); return Task.CompletedTask; }, db => db.Candidates.ExecuteDeleteAsync());
        await AssertKeptOpenAsync(
            db => { db.ProofQuestions.Add(new ProofQuestion { Id = Guid.NewGuid(), ClaimId = claimId, Question = "What is inside?", AskedAt = DateTime.UnixEpoch, AskedBy = Guid.NewGuid() }); return Task.CompletedTask; },
            db => db.ProofQuestions.ExecuteUpdateAsync(set => set.SetProperty(q => q.Answer, "A drawing").SetProperty(q => q.AnsweredAt, DateTime.UnixEpoch)));
        await AssertKeptOpenAsync(_ => Task.CompletedTask, db => db.ProofQuestions.ExecuteDeleteAsync());
        await AssertKeptOpenAsync(
            async db => await db.CallBackAsync(await db.Claims.SingleAsync(c => c.Id == claimId), PromiseCause.SecondContact, Now.AddHours(1), Now, null),
            db => db.Promises.Where(p => p.Kind == PromiseKind.CallBack).ExecuteDeleteAsync());

        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Staff_close_earlier_with_a_reason_that_the_guest_does_not_read()
    {
        var form = await Agent.OpenAsync($"/claims/{claimId}/close");
        var refused = await Agent.SendAsync(form, "form#close", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        var closed = await Agent.SendAsync(form, "form#close", ("reason", "Lost on the train, not here"));

        Assert.Equal($"/claims/{claimId}", closed.Address.AbsolutePath);
        Assert.Contains("Lost on the train, not here", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("train", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.True(await Server.Store.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Kind == AuditKind.ClaimClosed)));
    }

    [Fact]
    public async Task A_late_find_that_staff_propose_opens_the_claim_again_with_a_promise()
    {
        var candidate = await FindLateAsync();
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.WaitingCandidates().CountAsync()));

        Assert.True((await Server.Services.GetRequiredService<ProposeMatch>().HandleAsync(new Decision(candidate.Id, candidate.Version, Guid.NewGuid()), Maya, default)).Succeeded);

        var claim = await Server.ClaimAsync(claimId);
        Assert.Equal((ClaimStatus.Looking, null), (claim.Status, claim.ClosedAt));
        Assert.True(claim.NextWordBy > Now);
        Assert.Equal(ClaimEventKind.LateFind, await Server.LastEventAsync(claimId));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Promises.CountAsync(p => p.ClaimId == claimId && p.Status == PromiseStatus.Open)));
        var page = await guest.OpenAsync(address);
        Assert.Contains("We opened your claim again", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("form.rate"));

        // Rejected the same day: the guest had a promise, so it is not closed over within the hour.
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task A_late_find_that_staff_confirm_calls_the_guest()
    {
        var candidate = await FindLateAsync();

        Assert.True((await Server.Services.GetRequiredService<ConfirmMatch>().HandleAsync(new Decision(candidate.Id, candidate.Version, Guid.NewGuid()), Maya, default)).Succeeded);

        var claim = await Server.ClaimAsync(claimId);
        Assert.Equal((ClaimStatus.ReadyToCollect, null), (claim.Status, claim.ClosedAt));
        Assert.Contains("We have it for you", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_leaves_the_house_once_and_the_guest_can_follow_it()
    {
        var item = await Server.AddItemAsync();
        await HoldAsync(item);
        var form = await Agent.OpenAsync($"/claims/{claimId}/send");
        var refused = await Agent.SendAsync(form, "form#send", ("how", ""), ("tracking", "RR 123 456 785"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("RR 123 456 785", refused.Find("[name=tracking]")!.GetAttribute("value"));

        for (var i = 0; i < 2; i++)
            Assert.Equal($"/claims/{claimId}", (await Agent.SendAsync(form, "form#send", ("how", "Courier"), ("tracking", "RR 123 456 785"))).Address.AbsolutePath);

        Assert.Equal((ItemStatus.HandedOver, ClaimStatus.Sent), ((await Rows.ItemAsync(Server, item.Id)).Status, (await Server.ClaimAsync(claimId)).Status));
        var told = (await Server.CustodyAsync(item.Id))[^1];
        Assert.Equal((CustodyKind.Sent, "Maya"), (told.Kind, told.StaffName));
        Assert.DoesNotContain("RR 123", told.Note, StringComparison.Ordinal);
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
        var page = await guest.OpenAsync(address);
        Assert.Equal("It’s on its way to you.", page.Headline);
        Assert.Contains("Collected by a courier on Sat 4 Jul", page.Text, StringComparison.Ordinal);
        Assert.Contains("RR 123 456 785", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sent to its owner", (await Agent.OpenAsync($"/items/{item.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Sent to its owner at", (await Agent.OpenAsync($"/scan?code={item.Tag}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_time_on_file_is_over_it_is_closed_for_good_and_the_contact_details_are_gone()
    {
        await FindLateAsync();
        Server.Clock.Advance(TimeSpan.FromDays(76));
        Assert.Equal(0, await PurgeAsync());
        Server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await PurgeAsync());
        Assert.Equal(0, await PurgeAsync());
        await Server.MatchAsync();

        var claim = await Server.ClaimAsync(claimId);
        Assert.Equal((null, null, null, ""), (claim.EmailIndex, claim.PhoneIndex, claim.Link, claim.PrivateMarks));
        Assert.Equal(new Contact("", "", ""), Server.Services.GetRequiredService<ContactVault>().OpenContact(claim.Contact));
        Assert.Empty(await Server.CandidatesAsync());
        Assert.True(await Server.Store.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Kind == AuditKind.ContactPurged && a.Subject == claim.Reference)));
        Assert.Contains("deleted your contact details", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    private DateTime Now => Server.Clock.GetUtcNow().UtcDateTime;

    private Task<int> SweepAsync() => Server.Services.GetRequiredService<CloseOldClaims>().SweepAsync(default);

    private Task<int> PurgeAsync() => Server.Services.GetRequiredService<PurgeClaims>().SweepAsync(default);

    /// <summary>Closed without a find; two weeks later what was lost comes in after all.</summary>
    private async Task<Candidate> FindLateAsync()
    {
        Server.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(1, await SweepAsync());
        Server.Clock.Advance(TimeSpan.FromDays(14));
        var claim = await Server.ClaimAsync(claimId);
        await Server.AddItemAsync(item =>
        {
            (item.Category, item.Colours, item.Brand, item.Description, item.Place, item.FoundAt) =
                (claim.Category!, claim.Colours, claim.Brand, claim.Description, claim.Places[0], claim.LostTo!.Value.AddMinutes(30));
            return item;
        });
        await Server.MatchAsync();
        return Assert.Single(await Server.CandidatesAsync());
    }

    private Task HoldAsync(Item item) => Server.Store.WriteAsync(async db =>
    {
        await db.Items.Where(i => i.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, ItemStatus.OnHold).SetProperty(i => i.ClaimId, claimId));
        await db.Claims.Where(c => c.Id == claimId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.ReadyToCollect));
    }, default);

    private Candidate Candidate(Item item, CandidateStatus status, double probability) => new()
    {
        Id = Guid.NewGuid(), ClaimId = claimId, ItemId = item.Id, Bits = 1, Probability = probability, Contributions = "[]", ModelVersion = "test", Status = status,
    };

    private async Task AssertKeptOpenAsync(Func<Web.Data.LostFoundDb, Task> arrange, Func<Web.Data.LostFoundDb, Task> tidy)
    {
        await Server.Store.WriteAsync(arrange, default);
        Assert.Equal(0, await SweepAsync());
        await Server.Store.WriteAsync(tidy, default);
    }
}
