using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Matching;

/// <summary>Tells whoever came second who decided what, and when: "somebody changed it" helps nobody.</summary>
public sealed class ConflictWords(ConfigStore config)
{
    /// <summary>For a decision on an older version of the candidate than there is now.</summary>
    internal async Task<Refusal> SeenTooLateAsync(PairInHand pair)
    {
        if (await EndedAsync(pair) is { } ended)
            return ended;
        var candidate = pair.Candidate;
        return candidate.Status switch
        {
            CandidateStatus.Confirmed => Conflict($"{await WhoAsync(pair.Db, candidate)} confirmed this match {When(candidate)}"),
            CandidateStatus.Rejected => Conflict($"{await WhoAsync(pair.Db, candidate)} decided {When(candidate)} that this item is not theirs"),
            CandidateStatus.Proposed => Conflict($"{await WhoAsync(pair.Db, candidate)} marked this match as likely {When(candidate)}"),
            CandidateStatus.Open when candidate.DecidedBy is not null => Conflict($"{await WhoAsync(pair.Db, candidate)} put this item back {When(candidate)}"),
            CandidateStatus.Open => Conflict("The claim or the item was edited after you opened it, and the reasons changed"),
        };
    }

    /// <summary>For a confirmation when the item or the claim already has another partner, or is closed.</summary>
    internal async Task<Refusal> HeldElsewhereAsync(PairInHand pair)
    {
        if (await EndedAsync(pair) is { } ended)
            return ended;
        var winner = await pair.Db.Candidates.AsNoTracking().FirstOrDefaultAsync(k =>
            k.Status == CandidateStatus.Confirmed && (k.ItemId == pair.Item.Id || k.ClaimId == pair.Claim.Id));
        if (winner is null)
            return Conflict("This claim or this item is no longer waiting for a decision");
        var who = await WhoAsync(pair.Db, winner);
        if (winner.ItemId != pair.Item.Id)
            return Conflict($"{who} confirmed another item for this claim {When(winner)}");
        var reference = await pair.Db.Claims.Where(c => c.Id == winner.ClaimId).Select(c => c.Reference).SingleAsync();
        return Conflict($"{who} confirmed this item for claim {reference} {When(winner)}");
    }

    private async Task<Refusal?> EndedAsync(PairInHand pair)
    {
        if (pair.Item.Status == ItemStatus.HandedOver)
        {
            var at = await pair.Db.Handovers.Where(h => h.ItemId == pair.Item.Id).Select(h => (DateTime?)h.At).SingleOrDefaultAsync();
            return Conflict(at is { } handedOver ? $"This item was handed over {When(handedOver)}" : "This item was handed over");
        }
        if (pair.Item.Status == ItemStatus.Disposed)
            return Conflict("This item was disposed of when its time was over");
        return pair.Claim.Status switch
        {
            ClaimStatus.Withdrawn => Conflict("The guest withdrew this claim"),
            ClaimStatus.Collected => Conflict("The guest has collected what this claim was for"),
            ClaimStatus.Sent => Conflict("What this claim was for was sent to the guest"),
            ClaimStatus.NotFound when !pair.Claim.IsOnFile => Conflict("This claim’s time on file is over, and the guest’s contact details were deleted"),
            ClaimStatus.Looking or ClaimStatus.Asking or ClaimStatus.ReadyToCollect or ClaimStatus.NotFound => null,
        };
    }

    private static Refusal Conflict(string what) => new(RefusalKind.Conflict, what + ". Your decision changed nothing; this is how it stands now.");

    private static async Task<string> WhoAsync(LostFoundDb db, Candidate candidate) =>
        await db.Staff.Where(s => s.Id == candidate.DecidedBy).Select(s => s.Name).SingleOrDefaultAsync() ?? "A colleague";

    private string When(Candidate candidate) => candidate.DecidedAt is { } at ? When(at) : "a moment ago";

    private string When(DateTime utc) => "at " + config.Current.LocalTime(utc).ToString("HH:mm", CultureInfo.InvariantCulture);
}
