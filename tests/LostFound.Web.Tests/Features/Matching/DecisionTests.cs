using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Live;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Matching;

public sealed class DecisionTests
{
    [Fact]
    public async Task Confirming_keeps_the_item_and_tells_the_guest_in_one_go()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var seen = await server.LatestChangeAsync();

        var page = await desk.SendAsync(await desk.OpenAsync($"/desk?claim={claim.Id}"), "form#confirm-form");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Kept for this guest", page.Text, StringComparison.Ordinal);
        Assert.Contains("Maya confirmed it", page.Text, StringComparison.Ordinal);
        var held = await server.ItemAsync(item.Id);
        Assert.Equal((ItemStatus.OnHold, claim.Id, item.Version + 1), (held.Status, held.ClaimId, held.Version));
        var ready = await server.ClaimAsync(claim.Id);
        Assert.Equal((ClaimStatus.ReadyToCollect, claim.Version + 1), (ready.Status, ready.Version));
        var custody = await server.Store.ReadAsync(db => db.CustodyEvents.Where(e => e.ItemId == item.Id).OrderBy(e => e.Sequence).LastAsync());
        Assert.Equal((CustodyKind.HeldForClaim, "Maya", "Desk 1", claim.Id), (custody.Kind, custody.StaffName, custody.DeviceName, custody.ClaimId));
        Assert.Equal(ClaimEventKind.ReadyToCollect, await server.LastEventAsync(claim.Id));
        var topics = await server.Store.ReadAsync(db => db.Changes.Where(c => c.Sequence > seen).Select(c => c.Topic).ToListAsync());
        Assert.Empty(new[] { Topics.Claim(claim.Id), Topics.Item(item.Id), Topics.Inbox, Topics.Board }.Except(topics, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_confirmed_claim_and_its_item_leave_the_inbox_with_all_their_other_candidates()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, _) = await server.AddPairAsync();
        await server.AddItemAsync();
        await server.AddClaimAsync(description: "A navy backpack, Fjällräven");
        await server.MatchAsync();
        var desk = await server.SignInAsync();
        var page = await desk.OpenAsync($"/desk?claim={claim.Id}");
        Assert.Equal(2, page.Document.QuerySelectorAll(".row-link").Length);
        Assert.Equal(2, page.Document.QuerySelectorAll(".candidate-tab").Length);

        page = await desk.SendAsync(page, "form#confirm-form");

        var left = Assert.Single(page.Document.QuerySelectorAll(".row-link"));
        Assert.DoesNotContain(claim.Id.ToString(), left.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("2 items", left.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var form = await desk.OpenAsync($"/desk?claim={claim.Id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.SendAsync(form, "form#confirm-form")));

        Assert.All(answers, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(1, await server.Store.ReadAsync(db => db.CustodyEvents.CountAsync(e => e.ItemId == item.Id && e.Kind == CustodyKind.HeldForClaim)));
        Assert.Equal(1, await server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.ReadyToCollect)));
    }

    [Fact]
    public async Task Of_two_desks_that_give_one_item_to_two_guests_one_wins_and_the_other_learns_who()
    {
        await using var server = await TestServer.StartAsync();
        var maya = await server.SignInAsync(staffName: "Maya", deviceName: "Desk 1");
        var tom = await server.SignInAsync(staffName: "Tom", deviceName: "Desk 2");
        for (var round = 0; round < 15; round++)
        {
            var item = await server.AddItemAsync();
            var first = await server.AddClaimAsync();
            var second = await server.AddClaimAsync();
            await server.MatchAsync();
            var mayas = await maya.OpenAsync($"/desk?claim={first.Id}&candidate={(await server.CandidateAsync(first.Id, item.Id)).Id}");
            var toms = await tom.OpenAsync($"/desk?claim={second.Id}&candidate={(await server.CandidateAsync(second.Id, item.Id)).Id}");

            var answers = await Task.WhenAll(maya.SendAsync(mayas, "form#confirm-form"), tom.SendAsync(toms, "form#confirm-form"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
            var mayaWon = answers[0].Status == HttpStatusCode.OK;
            var winner = mayaWon ? first : second;
            var refused = answers[mayaWon ? 1 : 0];
            Assert.Contains($"{(mayaWon ? "Maya" : "Tom")} confirmed this item for claim {winner.Reference} at 15:00", refused.Text, StringComparison.Ordinal);
            Assert.Equal(winner.Id, (await server.ItemAsync(item.Id)).ClaimId);
            Assert.Equal(ClaimStatus.Looking, (await server.ClaimAsync(mayaWon ? second.Id : first.Id)).Status);
            await server.TidyAwayAsync();
        }
    }

    [Fact]
    public async Task Of_a_confirmation_and_a_rejection_at_once_only_one_counts()
    {
        await using var server = await TestServer.StartAsync();
        var maya = await server.SignInAsync(staffName: "Maya");
        var tom = await server.SignInAsync(staffName: "Tom", deviceName: "Desk 2");
        for (var round = 0; round < 15; round++)
        {
            var (claim, item) = await server.AddPairAsync();
            var mayas = await maya.OpenAsync($"/desk?claim={claim.Id}");
            var toms = await tom.OpenAsync($"/desk?claim={claim.Id}");

            var answers = await Task.WhenAll(maya.SendAsync(mayas, "form#confirm-form"), tom.SendAsync(toms, "form#reject-form"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
            var confirmed = answers[0].Status == HttpStatusCode.OK;
            Assert.Contains(confirmed ? "Maya confirmed this match at 15:00" : "Tom decided at 15:00 that this item is not theirs", answers[confirmed ? 1 : 0].Text, StringComparison.Ordinal);
            Assert.Equal(confirmed ? ItemStatus.OnHold : ItemStatus.InStorage, (await server.ItemAsync(item.Id)).Status);
            await server.TidyAwayAsync();
        }
    }

    [Fact]
    public async Task The_databases_own_refusal_of_a_second_winner_becomes_the_same_words()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var other = await server.AddClaimAsync();
        await server.MatchAsync();
        var desk = await server.SignInAsync();
        var form = await desk.OpenAsync($"/desk?claim={claim.Id}");
        // As another node would leave it between this node's look and its write.
        await server.Store.WriteAsync(db => db.Candidates.Where(c => c.ClaimId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CandidateStatus.Confirmed)), default);

        var page = await desk.SendAsync(form, "form#confirm-form");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains($"confirmed this item for claim {other.Reference}", page.Text, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.InStorage, (await server.ItemAsync(item.Id)).Status);
    }

    [Fact]
    public async Task A_likely_match_is_marked_for_colleagues_and_says_nothing_to_the_guest()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();

        var page = await desk.SendAsync(await desk.OpenAsync($"/desk?claim={claim.Id}"), "form#propose-form");

        Assert.Contains("Maya thinks it likely", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("form#propose-form"));
        Assert.Equal(CandidateStatus.Proposed, (await server.CandidateAsync(claim.Id, item.Id)).Status);
        var untouched = await server.ClaimAsync(claim.Id);
        Assert.Equal((ClaimStatus.Looking, claim.Version), (untouched.Status, untouched.Version));
        Assert.Equal(ClaimEventKind.Filed, await server.LastEventAsync(claim.Id));
    }

    [Fact]
    public async Task A_rejected_item_leaves_the_inbox_for_good()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();

        var page = await desk.SendAsync(await desk.OpenAsync($"/desk?claim={claim.Id}"), "form#reject-form", ("reason", "Hers has no patch"));
        await server.EditAsync(item.Id, edited => edited.Bin = null);
        await server.MatchAsync();

        Assert.Equal("No claim waits for a decision", page.Headline);
        var candidate = await server.CandidateAsync(claim.Id, item.Id);
        Assert.Equal((CandidateStatus.Rejected, "Hers has no patch"), (candidate.Status, candidate.Reason));
        Assert.Equal("No claim waits for a decision", (await desk.OpenAsync("/desk")).Headline);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_kept_to_be_shortened()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, _) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var reason = new string('x', DecisionLimits.Reason + 1);

        var page = await desk.SendAsync(await desk.OpenAsync($"/desk?claim={claim.Id}"), "form#reject-form", ("reason", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(reason, page.Find("form#reject-form input[name=reason]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("possible", CandidateStatus.Open)]
    [InlineData("no", CandidateStatus.Rejected)]
    public async Task Taking_a_confirmation_back_puts_the_item_back_and_promises_word(string still, CandidateStatus expected)
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var page = await desk.SendAsync(await desk.OpenAsync($"/desk?claim={claim.Id}"), "form#confirm-form");

        page = await desk.SendAsync(page, "form#release-form", ("still", still));
        await server.MatchAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var back = await server.ItemAsync(item.Id);
        Assert.Equal((ItemStatus.InStorage, null), (back.Status, back.ClaimId));
        var looking = await server.ClaimAsync(claim.Id);
        Assert.Equal(ClaimStatus.Looking, looking.Status);
        Assert.True(looking.NextWordBy > server.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(ClaimEventKind.BackToLooking, await server.LastEventAsync(claim.Id));
        Assert.Equal(CustodyKind.Released, await server.Store.ReadAsync(db => db.CustodyEvents.OrderByDescending(e => e.Sequence).Select(e => e.Kind).FirstAsync()));
        Assert.True((await CustodyChain.VerifyAsync(server.Store)).IsWhole);
        Assert.Equal(expected, (await server.CandidateAsync(claim.Id, item.Id)).Status);
        Assert.Equal(expected == CandidateStatus.Open ? 1 : 0, (await desk.OpenAsync("/desk")).Document.QuerySelectorAll(".row-link").Length);
    }

    [Fact]
    public async Task A_decision_on_reasons_that_changed_meanwhile_decides_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var form = await desk.OpenAsync($"/desk?claim={claim.Id}");
        await server.EditAsync(item.Id, edited => edited.Description = "Navy backpack, a caricature of two children inside");
        await server.MatchAsync();

        var page = await desk.SendAsync(form, "form#confirm-form");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("was edited after you opened it", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Find("form#confirm-form"));
    }
}
