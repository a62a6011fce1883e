using System.Text.Json;
using LostFound.Matching;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Matching;

/// <summary>
/// Stores what a comparison gave and clears the row's flag, both in one transaction and only while the row is
/// still the version that was compared: an edit in between keeps its flag, and the next sweep compares again.
/// </summary>
public sealed class CandidateWriter(Store store, MatchingIndex index, TimeProvider clock)
{
    /// <summary>False when the row changed meanwhile; then nothing was stored.</summary>
    public async Task<bool> SaveAsync(ScoredRow row, CancellationToken cancellation)
    {
        var outcome = await store.WriteAsync<bool>(async db =>
        {
            if (!await ClearFlagAsync(db, row))
                return false;
            if (await UpdateCandidatesAsync(db, row))
            {
                var now = clock.GetUtcNow().UtcDateTime;
                db.Announce(Topics.Inbox, now);
                db.Announce(Topics.Board, now);
            }
            return true;
        }, cancellation);
        return outcome.Value;
    }

    private static async Task<bool> ClearFlagAsync(LostFoundDb db, ScoredRow row) => 1 == row.Side switch
    {
        RowSide.Claim => await db.Claims.Where(c => c.Id == row.Id && c.Version == row.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.NeedsMatching, false)),
        RowSide.Item => await db.Items.Where(i => i.Id == row.Id && i.Version == row.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.NeedsMatching, false)),
    };

    private async Task<bool> UpdateCandidatesAsync(LostFoundDb db, ScoredRow row)
    {
        var fresh = row.Pairs.ToDictionary(pair => (MatchInput.Id(pair.ClaimId), MatchInput.Id(pair.ItemId)), pair => pair.Score);
        var known = row.Side switch
        {
            RowSide.Claim => await db.Candidates.Where(k => k.ClaimId == row.Id).ToListAsync(),
            RowSide.Item => await db.Candidates.Where(k => k.ItemId == row.Id).ToListAsync(),
        };
        var changed = false;
        foreach (var candidate in known)
        {
            fresh.Remove((candidate.ClaimId, candidate.ItemId), out var score);
            changed |= Rescore(db, candidate, score);
        }
        foreach (var ((claimId, itemId), score) in fresh)
            changed |= await AddAsync(db, claimId, itemId, score);
        return changed;
    }

    private bool Rescore(LostFoundDb db, Candidate candidate, MatchScore? score)
    {
        // What staff decided stands, whatever the numbers say later.
        if (!candidate.MayBeDecided)
            return false;
        if (candidate.Status == CandidateStatus.Open && (score is null || score.Probability < index.ShowThreshold))
        {
            db.Candidates.Remove(candidate);
            return true;
        }
        if (score is null)
            return false;
        var contributions = ContributionsJson.Write(score.Contributions);
        if (score.Bits.Equals(candidate.Bits) && contributions == candidate.Contributions && candidate.ModelVersion == index.ModelVersion)
            return false;
        (candidate.Bits, candidate.Probability, candidate.Contributions, candidate.ModelVersion) =
            (score.Bits, score.Probability, contributions, index.ModelVersion);
        candidate.Version++;
        return true;
    }

    /// <summary>The other side was compared as it was a moment ago; it may have been closed, handed over or disposed of since.</summary>
    private async Task<bool> AddAsync(LostFoundDb db, Guid claimId, Guid itemId, MatchScore score)
    {
        var stillThere = await db.Items.StillHere().AnyAsync(i => i.Id == itemId)
            && await db.Claims.StillCompared().AnyAsync(c => c.Id == claimId);
        if (!stillThere)
            return false;
        db.Candidates.Add(new Candidate
        {
            Id = Guid.NewGuid(),
            ClaimId = claimId,
            ItemId = itemId,
            Bits = score.Bits,
            Probability = score.Probability,
            Contributions = ContributionsJson.Write(score.Contributions),
            ModelVersion = index.ModelVersion,
        });
        return true;
    }
}

/// <summary>How a score's contributions stand in <see cref="Candidate.Contributions"/>.</summary>
internal static class ContributionsJson
{
    public static string Write(IReadOnlyList<Contribution> contributions) => JsonSerializer.Serialize(contributions);

    public static IReadOnlyList<Contribution> Read(string json) => JsonSerializer.Deserialize<Contribution[]>(json) ?? [];
}
