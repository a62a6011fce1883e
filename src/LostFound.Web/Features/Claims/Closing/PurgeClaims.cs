using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>
/// Deletes how to reach a guest, and what only they know, when a closed claim's time is over. A claim without a find
/// goes off file with it: nobody could be told any more. What was lost, where and when stays, to learn from.
/// </summary>
public sealed class PurgeClaims(Store store, ContactVault vault, ConfigStore config, ChangeBell bell, TimeProvider clock, ILogger<PurgeClaims> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => TimeSpan.FromHours(1);

    /// <summary>Days pass slowly, and nobody waits for this.</summary>
    protected override TimeSpan Gather => TimeSpan.FromMinutes(10);

    /// <summary>One sweep; how many claims it purged.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var closedBefore = now.AddDays(-config.Current.Closing.OnFileDays);
        var due = await store.ReadAsync(db => db.Claims
            .Where(c => c.PurgedAt == null && c.ClosedAt != null
                && ((c.Status == ClaimStatus.NotFound && c.OnFileUntil <= now)
                    || ((c.Status == ClaimStatus.Collected || c.Status == ClaimStatus.Sent || c.Status == ClaimStatus.Withdrawn) && c.ClosedAt <= closedBefore)))
            .Select(c => new { c.Id, c.Version }).ToListAsync(cancellation));
        var purged = 0;
        foreach (var claim in due)
            purged += await PurgeAsync(claim.Id, claim.Version, now, cancellation) ? 1 : 0;
        return purged;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    /// <summary>Only the claim as it was seen: one that was opened again meanwhile keeps its guest.</summary>
    private async Task<bool> PurgeAsync(Guid id, int version, DateTime now, CancellationToken cancellation)
    {
        var nobody = vault.Seal(new Contact("", "", ""));
        var purged = await store.WriteAsync<bool>(async db =>
        {
            var claim = await db.Claims.AsNoTracking().SingleAsync(c => c.Id == id, CancellationToken.None);
            var text = SearchText.Normalise(claim.Reference, claim.Description, claim.Brand);
            var changed = await db.Claims.Where(c => c.Id == id && c.Version == version).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Contact, nobody).SetProperty(c => c.EmailIndex, (byte[]?)null).SetProperty(c => c.PhoneIndex, (byte[]?)null)
                .SetProperty(c => c.Link, (byte[]?)null).SetProperty(c => c.PrivateMarks, "").SetProperty(c => c.SearchText, text)
                .SetProperty(c => c.PurgedAt, now)
                // The worker takes it out of the comparisons, with its candidates.
                .SetProperty(c => c.NeedsMatching, true)
                .SetProperty(c => c.Version, c => c.Version + 1), CancellationToken.None);
            if (changed == 0)
                return false;
            // What was written between us, with its pictures, and the answers that only the owner could give.
            await db.Messages.Where(m => m.ClaimId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.ProofQuestions.Where(q => q.ClaimId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.ClaimClosings.Where(c => c.ClaimId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tracking, ""), CancellationToken.None);
            if (claim.Status == ClaimStatus.NotFound)
                db.ClaimEvents.Add(new ClaimEvent { ClaimId = id, At = now, Kind = ClaimEventKind.OffFile });
            db.Audit(AuditKind.ContactPurged, now, claim.Reference);
            db.Announce(Topics.Claim(id), now, version + 1);
            return true;
        }, cancellation);
        return purged.Value;
    }
}
