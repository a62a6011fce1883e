using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>Closes open claims without a find when the days of looking are over: only while the venue is open, so that somebody can be asked about it.</summary>
public sealed class CloseOldClaims(Store store, CloseNotFound close, ConfigStore config, ChangeBell bell, TimeProvider clock, ILogger<CloseOldClaims> log) : Sweeper(bell, log)
{
    /// <summary>A claim that was taken up again is looked for this long at least.</summary>
    private static readonly TimeSpan AgainAtLeast = TimeSpan.FromDays(1);

    protected override TimeSpan LookAnyway => TimeSpan.FromMinutes(5);

    /// <summary>Days pass slowly: one look a minute is enough, however often the bell rings.</summary>
    protected override TimeSpan Gather => TimeSpan.FromMinutes(1);

    /// <summary>One sweep; how many claims it closed.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var (venue, now) = (config.Current, clock.GetUtcNow().UtcDateTime);
        if (!venue.Clock.IsOpen(now))
            return 0;
        var filedBefore = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now).AddDays(1 - venue.Closing.LookDays));
        var movedAfter = now - AgainAtLeast;
        // One that could not be closed is asked for again at each look; the obstacles are few and cheap to see.
        var due = await store.ReadAsync(db => db.Claims
            .Where(c => c.Status == ClaimStatus.Looking && c.FiledAt < filedBefore && !c.NeedsMatching
                && !db.ClaimEvents.Any(e => e.ClaimId == c.Id && e.At > movedAfter
                    && (e.Kind == ClaimEventKind.LateFind || e.Kind == ClaimEventKind.BackToLooking || e.Kind == ClaimEventKind.Answered)))
            .OrderBy(c => c.FiledAt).Select(c => c.Id).ToListAsync(cancellation));
        var closed = 0;
        foreach (var id in due)
            closed += (await close.AfterLookingAsync(id, cancellation)).Succeeded ? 1 : 0;
        return closed;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);
}
