using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// A stretch of time in which the promises were looked after without a pause. Between two rows the software stood still:
/// what fell due then was missed by it, and by nobody else.
/// </summary>
public sealed class Heartbeat
{
    /// <summary>A row is written so often, not at each look: every write wakes the house.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>A longer silence is a standstill. Well under the time that word is given ahead.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public long Id { get; init; }
    public required DateTime SinceAt { get; init; }
    public required DateTime LastAt { get; set; }
}

public static class HeartbeatExtensions
{
    /// <summary>Notes that the promises are being looked after now. Called before they are, so that a standstill is known as the reason.</summary>
    public static async Task BeatAsync(this Store store, DateTime now, CancellationToken cancellation)
    {
        if (await store.ReadAsync(db => db.Heartbeats.AnyAsync(h => h.LastAt > now - Heartbeat.Beat, cancellation)))
            return;
        await store.WriteAsync(async db =>
        {
            var last = await db.Heartbeats.OrderByDescending(h => h.LastAt).FirstOrDefaultAsync(CancellationToken.None);
            if (last is not null && now - last.LastAt <= Heartbeat.Pause)
                last.LastAt = now;
            else
                db.Heartbeats.Add(new Heartbeat { SinceAt = now, LastAt = now });
        }, cancellation);
    }

    /// <summary>Whether nobody looked after the promises just before this moment, and somebody had before and does again.</summary>
    public static async Task<bool> StoodStillAtAsync(this LostFoundDb db, DateTime at) =>
        await db.Heartbeats.AnyAsync(h => h.LastAt < at, CancellationToken.None)
        && await db.Heartbeats.AnyAsync(h => h.SinceAt >= at, CancellationToken.None)
        && !await db.Heartbeats.AnyAsync(h => h.SinceAt < at && h.LastAt >= at - Heartbeat.Beat * 2, CancellationToken.None);
}
