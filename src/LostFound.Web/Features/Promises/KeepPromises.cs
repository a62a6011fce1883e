using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// The clock over the promises. Shows staff early what only they can keep, gives word by itself where it may, and owns
/// up to what was missed. Sweeps rows, so a crash or a restart forgets no guest.
/// </summary>
public sealed class KeepPromises(Store store, NextWord nextWord, ConfigStore config, ChangeBell bell, TimeProvider clock, ILogger<KeepPromises> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(30);

    /// <summary>A bell rings for every write in the house; one look a second is enough.</summary>
    protected override TimeSpan Gather => TimeSpan.FromSeconds(1);

    /// <summary>One sweep; to how many guests something was said.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await store.BeatAsync(now, cancellation);
        await RaiseAsync(now, cancellation);
        var horizon = now.AddMinutes(config.Current.Promises.AheadMinutes);
        // What a person is to keep concerns this worker only once it is overdue, and a miss only until it is seen.
        var due = await store.ReadAsync(db => db.Promises
            .Where(p => p.Status == PromiseStatus.Open && p.Miss == 0 && (p.DueAt < now || (!p.NeedsPerson && p.DueAt <= horizon)))
            .OrderBy(p => p.DueAt).Select(p => new { p.Id, p.DueAt }).ToListAsync(cancellation));
        var told = 0;
        foreach (var promise in due)
            told += await TellAsync(promise.Id, promise.DueAt < now, now, cancellation) ? 1 : 0;
        return told;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    private async Task<bool> TellAsync(Guid id, bool late, DateTime now, CancellationToken cancellation)
    {
        var told = await store.WriteAsync<bool>(async db =>
        {
            // Only if nobody did meanwhile: the promise must still be the one that was seen.
            if (await db.Promises.SingleOrDefaultAsync(p => p.Id == id && p.Status == PromiseStatus.Open && p.Miss == 0, CancellationToken.None) is not { } promise)
                return false;
            if (late)
                await db.OwnUpAsync(promise, nextWord, now);
            else
                await db.GiveWordAsync(promise, nextWord, now);
            return true;
        }, cancellation);
        return told.Value;
    }

    /// <summary>Puts what a person should see to on desk and board, well before it is due.</summary>
    private async Task RaiseAsync(DateTime now, CancellationToken cancellation)
    {
        var horizon = now.AddMinutes(config.Current.Promises.AtRiskMinutes);
        if (!await store.ReadAsync(db => db.NeedAPerson(horizon).AnyAsync(cancellation)))
            return;
        await store.WriteAsync(async db =>
        {
            foreach (var promise in await db.NeedAPerson(horizon).ToListAsync(CancellationToken.None))
            {
                promise.RaisedAt = now;
                db.Announce(Topics.Claim(promise.ClaimId), now);
            }
            db.Announce(Topics.Inbox, now);
            db.Announce(Topics.Board, now);
        }, cancellation);
    }
}
