using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// Gives every open claim its word before the time promised for it, even when there is nothing to tell. Sweeps
/// rows, so a crash or a restart forgets no guest; a promise that was missed meanwhile is owned up to by the
/// time of its event.
/// </summary>
public sealed class KeepPromises(Store store, NextWord nextWord, ChangeBell bell, TimeProvider clock, ILogger<KeepPromises> log) : Sweeper(bell, log)
{
    /// <summary>How long before the promised time the word is given, unless staff gave a better one.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(30);

    /// <summary>A bell rings for every write in the house; one look a second is enough.</summary>
    protected override TimeSpan Gather => TimeSpan.FromSeconds(1);

    /// <summary>One sweep; how many guests were given word.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var horizon = clock.GetUtcNow().UtcDateTime + Ahead;
        var due = await store.ReadAsync(db => db.Claims
            .Where(c => (c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking) && c.NextWordBy <= horizon)
            .OrderBy(c => c.NextWordBy).Select(c => new { c.Id, c.NextWordBy }).ToListAsync(cancellation));
        var kept = 0;
        foreach (var claim in due)
            kept += await GiveWordAsync(claim.Id, claim.NextWordBy!.Value, cancellation) ? 1 : 0;
        return kept;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    /// <summary>Gives word only if nobody did meanwhile: the promise must still be the one that was seen.</summary>
    private async Task<bool> GiveWordAsync(Guid claimId, DateTime promised, CancellationToken cancellation)
    {
        var given = await store.WriteAsync<bool>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var next = nextWord.FollowUp(promised > now ? promised : now);
            var changed = await db.Claims
                .Where(c => c.Id == claimId && c.NextWordBy == promised && (c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.NextWordBy, next).SetProperty(x => x.Version, x => x.Version + 1), CancellationToken.None);
            if (changed == 0)
                return false;
            db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = ClaimEventKind.NothingYet, NextWordBy = next, ComparedUntil = await ComparedUntilAsync(db, claimId, now) });
            db.Announce(Topics.Claim(claimId), now);
            db.Announce(Topics.Board, now);
            return true;
        }, cancellation);
        return given.Value;
    }

    /// <summary>Honest to the minute: what waits to be compared was not. Null when the claim itself waits.</summary>
    private static async Task<DateTime?> ComparedUntilAsync(LostFoundDb db, Guid claimId, DateTime now)
    {
        if (await db.Claims.AnyAsync(c => c.Id == claimId && c.NeedsMatching, CancellationToken.None))
            return null;
        return await db.Items.Where(i => i.NeedsMatching).MinAsync(i => (DateTime?)i.RegisteredAt, CancellationToken.None) ?? now;
    }
}
