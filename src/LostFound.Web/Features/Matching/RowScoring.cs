using LostFound.Matching;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Matching;

public enum RowSide { Claim, Item }

/// <summary>What comparing one row gave, and of which version of the row it is true.</summary>
/// <param name="Pairs">Every pair worth showing, and every pair that staff proposed, whatever its score now.</param>
public sealed record ScoredRow(RowSide Side, Guid Id, int Version, IReadOnlyList<ScoredPair> Pairs);

/// <summary>Compares one row with everything on the other side. Reads only: no transaction is open meanwhile.</summary>
public sealed class RowScoring(Store store, MatchingIndex index)
{
    /// <summary>Null when the claim is gone.</summary>
    public async Task<ScoredRow?> ScoreClaimAsync(Guid id)
    {
        var (claim, proposed) = await store.ReadAsync(async db => (
            await db.Claims.SingleOrDefaultAsync(c => c.Id == id),
            await db.Items.Where(i => db.Candidates.Any(k => k.ClaimId == id && k.ItemId == i.Id && k.Status == CandidateStatus.Proposed)).ToListAsync()));
        if (claim is null)
            return null;
        index.Put(claim);
        var best = claim.MayBeMatched ? index.ItemsFor(claim) : [];
        return new ScoredRow(RowSide.Claim, id, claim.Version, WithProposed(best, proposed.Select(item => index.Score(claim, item))));
    }

    /// <summary>Null when the item is gone.</summary>
    public async Task<ScoredRow?> ScoreItemAsync(Guid id)
    {
        var (item, proposed) = await store.ReadAsync(async db => (
            await db.Items.SingleOrDefaultAsync(i => i.Id == id),
            await db.Claims.Where(c => db.Candidates.Any(k => k.ItemId == id && k.ClaimId == c.Id && k.Status == CandidateStatus.Proposed)).ToListAsync()));
        if (item is null)
            return null;
        index.Put(item);
        var worthShowing = item.IsHere ? index.ClaimsFor(item) : [];
        return new ScoredRow(RowSide.Item, id, item.Version, WithProposed(worthShowing, proposed.Select(claim => index.Score(claim, item))));
    }

    private static List<ScoredPair> WithProposed(IReadOnlyList<ScoredPair> pairs, IEnumerable<ScoredPair?> proposed) =>
        [.. pairs.Concat(proposed.OfType<ScoredPair>()).DistinctBy(pair => (pair.ClaimId, pair.ItemId))];
}
