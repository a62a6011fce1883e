using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Matching;

/// <summary>Staff are sure: the item is kept for the claim, and the guest is asked to come.</summary>
public sealed class ConfirmMatch(Decisions decisions, ConflictWords conflicts, NextWord nextWord)
{
    public Task<Outcome<Guid>> HandleAsync(Decision decision, Actor by, CancellationToken cancellation) =>
        decisions.DecideAsync("confirm-match", decision, decision, by, ConfirmAsync, cancellation);

    private async Task<Refusal?> ConfirmAsync(PairInHand pair)
    {
        if (!pair.Candidate.MayBeDecided)
            return await conflicts.SeenTooLateAsync(pair);
        if (!pair.Item.MayBeHeld || !pair.Claim.MayBeMatched)
            return await conflicts.HeldElsewhereAsync(pair);
        (pair.Item.Status, pair.Item.ClaimId) = (ItemStatus.OnHold, pair.Claim.Id);
        // Closed without a find before, or not: now it is open again.
        (pair.Claim.Status, pair.Claim.ClosedAt) = (ClaimStatus.ReadyToCollect, null);
        // The word that was promised is this one; the next says that it is still kept, should the guest not come before.
        var promise = await pair.Db.NextWordAsync(pair.Claim, nextWord.Reminder(pair.At), pair.At, PromiseCause.ReadyToCollect, pair.By);
        pair.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = pair.Claim.Id, At = pair.At, Kind = ClaimEventKind.ReadyToCollect, NextWordBy = promise.DueAt });
        await pair.Db.RecordCustodyAsync(pair.Item, CustodyKind.HeldForClaim, pair.By, pair.At, $"Kept for claim {pair.Claim.Reference}.");
        pair.Decide(CandidateStatus.Confirmed);
        pair.ChangeBothSides();
        return null;
    }
}
