using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Deletes what guests typed and never sent, a day after they last touched it.</summary>
public sealed class PurgeDrafts(Store store, TimeProvider clock, ILogger<PurgeDrafts> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.PurgeFailed(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

internal static partial class PurgeDraftsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Deleting old claim drafts failed; trying again later")]
    public static partial void PurgeFailed(this ILogger log, Exception problem);
}
