using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Live;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>
/// Something came in for a claim that was closed without a find: it is open again, and its guest is told so with a
/// promise. Not a word of an item: that a person looks into it is all that is certain.
/// </summary>
internal static class LateFind
{
    /// <summary>Does nothing for a claim that is open anyway.</summary>
    public static async Task ReopenAsync(PairInHand pair, DateTime due)
    {
        var claim = pair.Claim;
        if (claim.Status != ClaimStatus.NotFound)
            return;
        (claim.Status, claim.ClosedAt) = (ClaimStatus.Looking, null);
        claim.Version++;
        var promise = await pair.Db.NextWordAsync(claim, due, pair.At, PromiseCause.LateFind, pair.By);
        pair.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = pair.At, Kind = ClaimEventKind.LateFind, NextWordBy = promise.DueAt });
        pair.Db.Announce(Topics.Claim(claim.Id), pair.At, claim.Version);
    }
}
