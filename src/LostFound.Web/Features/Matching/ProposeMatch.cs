using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Matching;

/// <summary>Staff think it likely and gather proof. The guest sees nothing of it; but who was told that nothing was found is told that we are at it again.</summary>
public sealed class ProposeMatch(Decisions decisions, ConflictWords conflicts, NextWord nextWord)
{
    public Task<Outcome<Guid>> HandleAsync(Decision decision, Actor by, CancellationToken cancellation) =>
        decisions.DecideAsync("propose-match", decision, decision, by, async pair =>
        {
            if (pair.Candidate.Status != CandidateStatus.Open)
                return await conflicts.SeenTooLateAsync(pair);
            if (!pair.Item.MayBeHeld || !pair.Claim.MayBeMatched)
                return await conflicts.HeldElsewhereAsync(pair);
            pair.Decide(CandidateStatus.Proposed);
            await LateFind.ReopenAsync(pair, nextWord.First(pair.At));
            return null;
        }, cancellation);
}
