using LostFound.Web.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Live;

/// <summary>
/// Sweeps the outbox in order of commit and tells the browsers that watch. Runs by itself, off the writers'
/// threads: a slow phone never slows a desk. Many changes of one thing within a sweep are told once.
/// </summary>
public sealed class ChangePump(
    Store store, ChangeFeed feed, ChangeBell bell, IHubContext<LiveHub> hub, ILogger<ChangePump> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(2);

    /// <summary>How long a burst is gathered before it is told; a person cannot see the difference.</summary>
    protected override TimeSpan Gather => TimeSpan.FromMilliseconds(50);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: whoever connects gets a true "since" number.
        feed.StartAfter(await store.ReadAsync(db => db.Changes.MaxAsync(c => (long?)c.Sequence)) ?? 0);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task LookAsync(CancellationToken cancellation)
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
