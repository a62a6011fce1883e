using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Matching;

/// <summary>Staff are sure: the item is kept for the claim, and the guest is asked to come.</summary>
public sealed class ConfirmMatch(Decisions decisions, ConflictWords conflicts)
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
        // The word that was promised is this one; nothing more is due until the guest comes.
        (pair.Claim.Status, pair.Claim.NextWordBy) = (ClaimStatus.ReadyToCollect, null);
        pair.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = pair.Claim.Id, At = pair.At, Kind = ClaimEventKind.ReadyToCollect });
        await pair.Db.RecordCustodyAsync(pair.Item, CustodyKind.HeldForClaim, pair.By, pair.At, $"Kept for claim {pair.Claim.Reference}.");
        pair.Decide(CandidateStatus.Confirmed);
        pair.ChangeBothSides();
        return null;
    }
}
