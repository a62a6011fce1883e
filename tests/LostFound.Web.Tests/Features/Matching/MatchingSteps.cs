using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Matching;

/// <summary>What the matching tests do again and again.</summary>
internal static class MatchingSteps
{
    public static MatchWorker Worker(this TestServer server) => server.Services.GetRequiredService<MatchWorker>();

    /// <summary>Everything that needs matching now is matched when this returns.</summary>
    public static Task<int> MatchAsync(this TestServer server) => server.Worker().SweepAsync(CancellationToken.None);

    /// <summary>The worker stops sweeping by itself, so that the test decides when rows are compared.</summary>
    public static async Task SweepByHandAsync(this TestServer server)
    {
        await server.MatchAsync();
        await server.Worker().StopAsync(CancellationToken.None);
    }

    public static Task<List<Candidate>> CandidatesAsync(this TestServer server) =>
        server.Store.ReadAsync(db => db.Candidates.OrderByDescending(c => c.Probability).ToListAsync());

    public static Task<Candidate> CandidateAsync(this TestServer server, Guid claimId, Guid itemId) =>
        server.Store.ReadAsync(db => db.Candidates.SingleAsync(c => c.ClaimId == claimId && c.ItemId == itemId));

    /// <summary>A claim and an item that belong together, matched.</summary>
    public static async Task<(Claim Claim, Item Item)> AddPairAsync(this TestServer server, string? photoHash = null)
    {
        var item = await server.AddItemAsync(photoHash: photoHash);
        var claim = await server.AddClaimAsync();
        await server.MatchAsync();
        return (claim, item);
    }

    public static Task<long> LatestChangeAsync(this TestServer server) => server.Store.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence));

    public static Task<ClaimEventKind> LastEventAsync(this TestServer server, Guid claimId) =>
        server.Store.ReadAsync(db => db.ClaimEvents.Where(e => e.ClaimId == claimId).OrderByDescending(e => e.Id).Select(e => e.Kind).FirstAsync());

    /// <summary>Takes all claims and items out of the way of the next round.</summary>
    public static Task TidyAwayAsync(this TestServer server) => server.Store.WriteAsync(async db =>
    {
        await db.Candidates.ExecuteDeleteAsync();
        await db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Withdrawn));
        await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, ItemStatus.HandedOver).SetProperty(i => i.NeedsMatching, true));
    }, default);
}
