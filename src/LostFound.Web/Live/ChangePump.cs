using LostFound.Web.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Live;

/// <summary>
/// Sweeps the outbox in order of commit and tells the browsers that watch. Runs by itself, off the writers'
/// threads: a slow phone never slows a desk. Many changes of one thing within a sweep are told once.
/// </summary>
public sealed class ChangePump(
    Store store, ChangeFeed feed, ChangeBell bell, IHubContext<LiveHub> hub, ILogger<ChangePump> log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);

    /// <summary>How long a burst is gathered before it is told; a person cannot see the difference.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: whoever connects gets a true "since" number.
        feed.StartAfter(await store.ReadAsync(db => db.Changes.MaxAsync(c => (long?)c.Sequence)) ?? 0);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rings = bell.Listen();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                await Task.WhenAny(rings.WaitToReadAsync(stoppingToken).AsTask(), Task.Delay(LookAnyway, clock, stoppingToken));
                if (rings.TryRead(out _))
                    await Task.Delay(Gather, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                // The rows stay, so the next sweep tells them.
                log.SweepFailed(problem);
                await Task.Delay(LookAnyway, clock, stoppingToken);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var after = feed.Latest;
        var rows = await store.ReadAsync(db => db.Changes
            .Where(c => c.Sequence > after).OrderBy(c => c.Sequence)
            .Select(c => new { c.Sequence, c.Topic }).ToListAsync(cancellation));
        foreach (var row in rows)
            feed.Append(row.Sequence, row.Topic);
        foreach (var topic in rows.Select(r => r.Topic).Distinct(StringComparer.Ordinal))
            await hub.Clients.Group(topic).SendAsync(LiveHub.Changed, feed.Latest, cancellation);
    }
}

internal static partial class ChangePumpLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Telling browsers of changes failed; trying again")]
    public static partial void SweepFailed(this ILogger log, Exception problem);
}
