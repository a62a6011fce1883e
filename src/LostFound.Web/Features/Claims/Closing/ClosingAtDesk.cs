using LostFound.Web.Data;
using LostFound.Web.Features.Feedback;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>How a claim can be or was closed, and what its guest said afterwards, for staff.</summary>
public sealed record ClosingAtDesk(Guid ClaimId, bool MayBeClosed, bool MayBeSent, ClaimClosing? Last, DateOnly? OnFileUntil, DateTime? PurgedAt, GuestFeedback? Feedback);

/// <summary>Reads it beside the rest of the claim's record.</summary>
public sealed class ReadClosingAtDesk(Configuration.ConfigStore config)
{
    public async Task<ClosingAtDesk> HandleAsync(LostFoundDb db, Claim claim) => new(
        claim.Id, claim.MayBeClosed, claim.MayBeSent,
        claim.Status is ClaimStatus.Sent or ClaimStatus.NotFound
            ? await db.ClaimClosings.Where(c => c.ClaimId == claim.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync() : null,
        claim is { IsOnFile: true, OnFileUntil: { } until } ? ClosingStory.LastDay(until, config.Current.Clock) : null,
        claim.PurgedAt,
        await db.Feedback.SingleOrDefaultAsync(f => f.ClaimId == claim.Id));
}
