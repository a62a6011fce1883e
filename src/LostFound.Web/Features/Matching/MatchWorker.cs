using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

/// <summary>
/// Sweeps the claims and items that need matching. The rows' flags are its only queue: whatever is lost in
/// memory, a crash included, is found again by the next sweep.
/// </summary>
public sealed class MatchWorker(
    Store store, MatchingIndex index, RowScoring scoring, CandidateWriter writer, ChangeBell bell, TimeProvider clock, ILogger<MatchWorker> log) : Sweeper(bell, log)
{
    private readonly SemaphoreSlim oneSweep = new(1, 1);
    private readonly RowRest rest = new(clock);
    private long seenChange;

    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(3);

    /// <summary>Compares every row that needs it now; says how many were done.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await oneSweep.WaitAsync(cancellation);
        try
        {
            await TakeUpAsync(cancellation);
            var claims = await store.ReadAsync(db => db.Claims.Where(c => c.NeedsMatching).OrderBy(c => c.FiledAt).Select(c => c.Id).ToListAsync(cancellation));
            var done = await SweepAsync(claims, scoring.ScoreClaimAsync, cancellation);
            var items = await store.ReadAsync(db => db.Items.Where(i => i.NeedsMatching).OrderBy(i => i.RegisteredAt).Select(i => i.Id).ToListAsync(cancellation));
            return done + await SweepAsync(items, scoring.ScoreItemAsync, cancellation);
        }
        finally
        {
            oneSweep.Release();
        }
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    public override void Dispose()
    {
        oneSweep.Dispose();
        base.Dispose();
    }

    private async Task<int> SweepAsync(List<Guid> ids, Func<Guid, Task<ScoredRow?>> score, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var id in ids.Where(rest.IsRested))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (await score(id) is { } row && await writer.SaveAsync(row, cancellation))
                    done++;
                rest.Forget(id);
            }
            catch (Exception problem) when (problem is not (OperationCanceledException or OutOfMemoryException))
            {
                // Its flag stays. The others must not wait for it.
                log.RowFailed(id, rest.Failed(id), problem);
            }
        }
        return done;
    }

    /// <summary>Brings the index up to date: all of it when outdated, else what the outbox and the flags name.</summary>
    private async Task TakeUpAsync(CancellationToken cancellation)
    {
        var latest = await store.ReadAsync(db => db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation)) ?? 0;
        if (index.IsOutdated)
        {
            var (held, open) = await store.ReadAsync(async db => (
                await db.Items.StillHere().ToListAsync(cancellation),
                await db.Claims.StillCompared().ToListAsync(cancellation)));
            index.Load(held, open);
            // Other weights give other scores, so every open claim is compared anew.
            await store.WriteAsync(db => db.Claims.StillCompared().Where(c => !c.NeedsMatching)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.NeedsMatching, true), CancellationToken.None), cancellation);
        }
        else
        {
            var (items, claims) = await ChangedAsync(cancellation);
            items.ForEach(index.Put);
            claims.ForEach(index.Put);
        }
        seenChange = latest;
    }

    private Task<(List<Item> Items, List<Claim> Claims)> ChangedAsync(CancellationToken cancellation) => store.ReadAsync(async db =>
    {
        var itemIds = await IdsOfAsync(db, "item:", cancellation);
        var claimIds = await IdsOfAsync(db, "claim:", cancellation);
        return (await db.Items.Where(i => i.NeedsMatching || itemIds.Contains(i.Id)).ToListAsync(cancellation),
            await db.Claims.Where(c => c.NeedsMatching || claimIds.Contains(c.Id)).ToListAsync(cancellation));
    });

    private async Task<List<Guid>> IdsOfAsync(LostFoundDb db, string prefix, CancellationToken cancellation)
    {
        var topics = await db.Changes.Where(c => c.Sequence > seenChange && EF.Functions.Like(c.Topic, prefix + "%"))
            .Select(c => c.Topic).Distinct().ToListAsync(cancellation);
        return topics.ConvertAll(topic => MatchInput.Id(topic[prefix.Length..]));
    }
}

internal static partial class MatchWorkerLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Matching {RowId} failed; trying again in {Wait}")]
    public static partial void RowFailed(this ILogger log, Guid rowId, TimeSpan wait, Exception problem);
}
