using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Matching;

/// <summary>
/// Takes a confirmation back: the item returns to its bin, the search goes on, and the guest is told so with
/// a new promise.
/// </summary>
public sealed class ReleaseMatch(Decisions decisions, ConflictWords conflicts, NextWord nextWord)
{
    /// <param name="mayStillBeTheirs">False when it turned out not to be the guest's: then the pair is ruled out for good.</param>
    public Task<Outcome<Guid>> HandleAsync(Decision decision, bool mayStillBeTheirs, Actor by, CancellationToken cancellation) =>
        decisions.DecideAsync("release-match", decision, new { decision, mayStillBeTheirs }, by, async pair =>
        {
            if (pair.Candidate.Status != CandidateStatus.Confirmed)
                return await conflicts.SeenTooLateAsync(pair);
            if (pair.Item.Status != ItemStatus.OnHold || pair.Item.ClaimId != pair.Claim.Id || !pair.Claim.MayBeCollected)
                return await conflicts.HeldElsewhereAsync(pair);
            await ReleaseAsync(pair);
            pair.Decide(mayStillBeTheirs ? CandidateStatus.Open : CandidateStatus.Rejected);
            return null;
        }, cancellation);

    private async Task ReleaseAsync(PairInHand pair)
    {
        // Before the event is written: it tells of the item as it is from now on.
        (pair.Item.Status, pair.Item.ClaimId) = (ItemStatus.InStorage, null);
        await pair.Db.RecordCustodyAsync(pair.Item, CustodyKind.Released, pair.By, pair.At, $"No longer kept for claim {pair.Claim.Reference}.");
        pair.Claim.Status = ClaimStatus.Looking;
        var promise = await pair.Db.NextWordAsync(pair.Claim, nextWord.First(pair.At), pair.At, PromiseCause.BackToLooking, pair.By);
        pair.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = pair.Claim.Id, At = pair.At, Kind = ClaimEventKind.BackToLooking, NextWordBy = promise.DueAt });
        // Both sides missed what came in while they were kept for each other.
        (pair.Item.NeedsMatching, pair.Claim.NeedsMatching) = (true, true);
        pair.ChangeBothSides();
    }
}
