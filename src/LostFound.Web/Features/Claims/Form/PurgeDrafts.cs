using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Deletes what guests typed and never sent, a day after they last touched it.</summary>
public sealed class PurgeDrafts(Store store, ChangeBell bell, TimeProvider clock, ILogger<PurgeDrafts> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => TimeSpan.FromMinutes(10);

    /// <summary>Drafts grow old slowly: one look a minute is more than enough, however often the bell rings.</summary>
    protected override TimeSpan Gather => TimeSpan.FromMinutes(1);

    /// <summary>One sweep; how many drafts it deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var keptSince = clock.GetUtcNow().UtcDateTime - ClaimLimits.DraftLife;
        // Looks before it takes the writers' turn: most sweeps find nothing.
        if (!await store.ReadAsync(db => db.ClaimDrafts.AnyAsync(d => d.UpdatedAt < keptSince, cancellation)))
            return 0;
        var deleted = await store.WriteAsync<int>(async db => await db.ClaimDrafts.Where(d => d.UpdatedAt < keptSince).ExecuteDeleteAsync(CancellationToken.None), cancellation);
        return deleted.Value;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);
}
