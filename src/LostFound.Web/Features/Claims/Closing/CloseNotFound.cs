using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>
/// Tells a guest honestly that nothing was found: how long we looked, until when the claim stays on file, and that we
/// write if it turns up. The worker does it when the days of looking are over, staff earlier and with a reason.
/// </summary>
public sealed class CloseNotFound(Store store, ConfigStore config, TimeProvider clock)
{
    public const string ReasonField = "reason";

    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, string typed, Actor by, CancellationToken cancellation)
    {
        var reason = typed.Trim();
        if (reason.Length == 0)
            return new Refusal(RefusalKind.Invalid, "Write in a few words why, for colleagues who read it later", ReasonField);
        if (reason.Length > ClosingLimits.Reason)
            return new Refusal(RefusalKind.Invalid, $"The reason can have {ClosingLimits.Reason} characters, and this has {reason.Length}", ReasonField);
        return await store.WriteAsync<Guid>(async db =>
        {
            if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, CancellationToken.None) is not { } claim)
                return new Refusal(RefusalKind.NotFound, "There is no such claim.");
            // The same tap again, whose answer was lost.
            if (claim.IsOnFile && await db.ClaimClosings.AnyAsync(c => c.ClaimId == claimId && c.StaffId == by.StaffId && c.Reason == reason, CancellationToken.None))
                return claimId;
            if (await CloseAsync(db, claim, reason, by) is { } refusal)
                return refusal;
            db.Audit(AuditKind.ClaimClosed, clock.GetUtcNow().UtcDateTime, claim.Reference, by);
            return claimId;
        }, cancellation);
    }

    /// <summary>For the worker: nothing happens while something stands in the way.</summary>
    public Task<Outcome<Guid>> AfterLookingAsync(Guid claimId, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
        await CloseAsync(db, await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None), "", null) is { } refusal ? refusal : claimId, cancellation);

    private async Task<Refusal?> CloseAsync(LostFoundDb db, Claim claim, string reason, Actor? by)
    {
        var venue = config.Current;
        if (await ClosingObstacles.OfAsync(db, claim, venue.Matching.SuggestThreshold) is { } obstacle)
            return new Refusal(RefusalKind.Conflict, obstacle);
        var now = clock.GetUtcNow().UtcDateTime;
        var until = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now).AddDays(venue.Closing.OnFileDays + 1));
        claim.Status = ClaimStatus.NotFound;
        claim.ClosedAt = now;
        // Who was told a later day when it was closed before keeps that day.
        claim.OnFileUntil = claim.OnFileUntil is { } told && told > until ? told : until;
        claim.Version++;
        await db.EndAsync(claim, now, withWord: true, by);
        db.ClaimClosings.Add(new ClaimClosing { ClaimId = claim.Id, At = now, Status = ClaimStatus.NotFound, StaffId = by?.StaffId, StaffName = by?.StaffName ?? "", Reason = reason });
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = ClaimEventKind.NotFound });
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        return null;
    }
}
