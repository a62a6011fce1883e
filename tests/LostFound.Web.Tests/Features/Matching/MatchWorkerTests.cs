using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Live;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Matching;

public sealed class MatchWorkerTests
{
    [Fact]
    public async Task A_claim_and_an_item_become_a_candidate_with_its_reasons()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();

        var candidate = await server.CandidateAsync(claim.Id, item.Id);
        Assert.Equal(CandidateStatus.Open, candidate.Status);
        Assert.True(candidate.Probability > 0.5, $"{candidate.Probability}: {candidate.Contributions}");
        Assert.Contains(ContributionsJson.Read(candidate.Contributions), part => part is { Comparison: "kind", Level: "same", Bits: > 0 });
        Assert.False((await server.ClaimAsync(claim.Id)).NeedsMatching);
        Assert.False((await server.ItemAsync(item.Id)).NeedsMatching);
        Assert.True(await server.Store.ReadAsync(db => db.Changes.AnyAsync(c => c.Topic == Topics.Inbox)));
    }

    [Fact]
    public async Task An_item_that_comes_in_after_the_claim_finds_it()
    {
        await using var server = await TestServer.StartAsync();
        var claim = await server.AddClaimAsync();
        await server.MatchAsync();
        Assert.Empty(await server.CandidatesAsync());

        var item = await server.AddItemAsync();
        await server.MatchAsync();

        Assert.Equal(CandidateStatus.Open, (await server.CandidateAsync(claim.Id, item.Id)).Status);
    }

    [Fact]
    public async Task The_stored_reasons_add_up_to_the_stored_score()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        await server.SweepByHandAsync();

        var candidate = await server.CandidateAsync(claim.Id, item.Id);
        var score = server.Services.GetRequiredService<MatchingIndex>().Score(claim, item)!.Score;
        Assert.Equal(candidate.Bits - score.PriorBits, ContributionsJson.Read(candidate.Contributions).Sum(part => part.Bits), precision: 9);
        Assert.Equal(1 / (1 + Math.Pow(2, -candidate.Bits)), candidate.Probability, precision: 12);
        Assert.Equal(server.Services.GetRequiredService<MatchingIndex>().ModelVersion, candidate.ModelVersion);
    }

    [Fact]
    public async Task An_item_edited_into_something_else_leaves_the_inbox()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();

        await server.EditAsync(item.Id, edited => (edited.Category, edited.Colours, edited.Brand, edited.Description, edited.PrivateNotes) = ("umbrella", ["red"], "", "Red umbrella", ""));
        await server.MatchAsync();

        Assert.DoesNotContain(await server.CandidatesAsync(), c => c.ClaimId == claim.Id && c.ItemId == item.Id);
    }

    [Fact]
    public async Task What_staff_proposed_stays_and_gets_its_new_score()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        await server.Store.WriteAsync(db => db.Candidates.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CandidateStatus.Proposed)), default);
        var before = await server.CandidateAsync(claim.Id, item.Id);

        await server.EditAsync(item.Id, edited => (edited.Category, edited.Colours, edited.Brand, edited.Description, edited.PrivateNotes) = ("umbrella", ["red"], "", "Red umbrella", ""));
        await server.MatchAsync();

        var after = await server.CandidateAsync(claim.Id, item.Id);
        Assert.Equal(CandidateStatus.Proposed, after.Status);
        Assert.True(after.Bits < before.Bits);
        Assert.True(after.Version > before.Version);
    }

    [Theory]
    [InlineData(CandidateStatus.Confirmed)]
    [InlineData(CandidateStatus.Rejected)]
    public async Task What_staff_decided_is_left_alone(CandidateStatus decided)
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        await server.Store.WriteAsync(db => db.Candidates.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, decided)), default);
        var before = await server.CandidateAsync(claim.Id, item.Id);

        await server.EditAsync(item.Id, edited => edited.Description = "Something else entirely");
        await server.MatchAsync();

        Assert.Equivalent(before, await server.CandidateAsync(claim.Id, item.Id));
    }

    [Fact]
    public async Task An_edit_while_a_row_is_compared_keeps_its_flag_and_stores_nothing_stale()
    {
        await using var server = await TestServer.StartAsync();
        await server.SweepByHandAsync();
        var item = await server.AddItemAsync();
        var claim = await server.AddClaimAsync();
        await server.MatchAsync();
        var scoring = server.Services.GetRequiredService<RowScoring>();
        var writer = server.Services.GetRequiredService<CandidateWriter>();

        var compared = await scoring.ScoreItemAsync(item.Id);
        await server.EditAsync(item.Id, edited => (edited.Category, edited.Description, edited.Brand, edited.Colours, edited.PrivateNotes) = ("umbrella", "Red umbrella", "", ["red"], ""));
        var saved = await writer.SaveAsync(compared!, default);

        Assert.False(saved);
        Assert.True((await server.ItemAsync(item.Id)).NeedsMatching);
        await server.MatchAsync();
        Assert.Empty(await server.CandidatesAsync());
        Assert.False((await server.ItemAsync(item.Id)).NeedsMatching);
    }

    [Fact]
    public async Task A_stop_between_comparing_and_storing_loses_nothing_and_doubles_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await server.SweepByHandAsync();
        var item = await server.AddItemAsync();
        var claim = await server.AddClaimAsync();
        var mayEnd = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        var held = server.Store.WriteAsync(async db => { entered.SetResult(); await mayEnd.Task; }, default);
        await entered.Task;

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Worker().SweepAsync(stop.Token));
        mayEnd.SetResult();
        await held;

        Assert.Empty(await server.CandidatesAsync());
        Assert.True((await server.ClaimAsync(claim.Id)).NeedsMatching);
        Assert.True((await server.ItemAsync(item.Id)).NeedsMatching);
        await server.MatchAsync();
        await server.MatchAsync();
        Assert.Single(await server.CandidatesAsync());
    }

    [Fact]
    public async Task A_restart_finds_what_was_left_and_doubles_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        await server.SweepByHandAsync();
        var late = await server.AddClaimAsync(description: "A navy backpack with a drawing");

        await server.RestartAsync();
        await server.MatchAsync();

        Assert.Equal(2, (await server.CandidatesAsync()).Count);
        Assert.NotNull(await server.CandidateAsync(claim.Id, item.Id));
        Assert.NotNull(await server.CandidateAsync(late.Id, item.Id));
    }

    [Fact]
    public async Task One_row_that_fails_stops_no_other_and_keeps_its_flag()
    {
        await using var server = await TestServer.StartAsync();
        await server.SweepByHandAsync();
        var item = await server.AddItemAsync();
        var bad = await server.AddClaimAsync(description: "planted");
        var good = await server.AddClaimAsync();
        await server.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER planted BEFORE UPDATE ON claims WHEN OLD.Description = 'planted' BEGIN SELECT RAISE(ABORT, 'planted'); END"), default);

        await server.MatchAsync();

        Assert.True((await server.ClaimAsync(bad.Id)).NeedsMatching);
        Assert.False((await server.ClaimAsync(good.Id)).NeedsMatching);
        Assert.NotNull(await server.CandidateAsync(good.Id, item.Id));
        await server.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER planted"), default);
        server.Clock.Advance(TimeSpan.FromSeconds(6));
        await server.MatchAsync();
        Assert.False((await server.ClaimAsync(bad.Id)).NeedsMatching);
    }

    [Fact]
    public async Task An_item_that_was_handed_over_is_no_longer_compared()
    {
        await using var server = await TestServer.StartAsync();
        var item = await server.AddItemAsync();
        await server.SweepByHandAsync();
        var index = server.Services.GetRequiredService<MatchingIndex>();
        Assert.Equal(1, index.Count);

        await server.Store.WriteAsync(async db =>
        {
            await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, ItemStatus.HandedOver));
            db.Announce(Topics.Item(item.Id), item.RegisteredAt);
        }, default);
        await server.AddClaimAsync();
        await server.MatchAsync();

        Assert.Equal(0, index.Count);
        Assert.Empty(await server.CandidatesAsync());
    }

    [Fact]
    public async Task A_claim_that_was_closed_leaves_the_index_of_open_claims()
    {
        await using var server = await TestServer.StartAsync();
        await server.SweepByHandAsync();
        var claim = await server.AddClaimAsync();
        await server.MatchAsync();
        var index = server.Services.GetRequiredService<MatchingIndex>();
        Assert.Equal(1, index.ClaimCount);

        await server.Store.WriteAsync(async db =>
        {
            await db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Withdrawn));
            db.Announce(Topics.Claim(claim.Id), claim.FiledAt);
        }, default);
        await server.MatchAsync();

        Assert.Equal(0, index.ClaimCount);
    }

    [Fact]
    public async Task A_closed_claim_is_compared_with_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await server.SweepByHandAsync();
        await server.AddItemAsync();
        var claim = await server.AddClaimAsync();
        await server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Withdrawn)), default);

        await server.MatchAsync();

        Assert.Empty(await server.CandidatesAsync());
        Assert.False((await server.ClaimAsync(claim.Id)).NeedsMatching);
    }
}

internal static class Editing
{
    /// <summary>An edit as the item page makes it: a new version that needs matching.</summary>
    public static Task EditAsync(this TestServer server, Guid itemId, Action<Item> change) => server.Store.WriteAsync(async db =>
    {
        var item = await db.Items.SingleAsync(i => i.Id == itemId);
        change(item);
        item.NeedsMatching = true;
        item.Version++;
    }, default);
}
