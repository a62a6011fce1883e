using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Tells every phone in a line of a movement, by one message, at most one a second and desk. The first after a quiet
/// second goes out at once. Off the desks' own threads: two thousand phones never slow a counter.
/// </summary>
public sealed class LineBroadcast(
    Store store, LineSnapshots lines, ConfigStore config, IHubContext<LiveHub> hub, ChangeBell bell, TimeProvider clock, ILogger<LineBroadcast> log) : Sweeper(bell, log)
{
    private readonly Dictionary<string, LineSnapshot> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> toldAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> moved = new(StringComparer.Ordinal);
    private long? seen;

    /// <summary>Until the next desk that moved may be told, else now and then: bookings fall due without a movement.</summary>
    protected override TimeSpan LookAnyway => moved.Count == 0 ? QueueLimits.LookAnyway : moved.Min(Remaining);

    protected override async Task LookAsync(CancellationToken cancellation)
    {
        await NoteMovedAsync();
        foreach (var desk in moved.Where(desk => Remaining(desk) == TimeSpan.Zero).ToList())
        {
            await TellAsync(desk, cancellation);
            moved.Remove(desk);
        }
    }

    private async Task NoteMovedAsync()
    {
        // What was before this process is in every page that it shows, and the outbox is long.
        var after = seen ??= await store.ReadAsync(db => db.Changes.MaxAsync(c => (long?)c.Sequence)) ?? 0;
        var rows = await store.ReadAsync(db => db.Changes.Where(c => c.Sequence > after).Select(c => new { c.Sequence, c.Topic }).ToListAsync());
        if (rows.Count > 0)
            seen = rows.Max(r => r.Sequence);
        var topics = rows.Select(r => r.Topic).ToHashSet(StringComparer.Ordinal);
        // Without any movement for a while every desk is looked at: time itself moves bookings and waits.
        moved.UnionWith(config.Current.Desks.Select(d => d.Key).Where(desk => topics.Contains(Topics.Line(desk)) || IsOld(desk)));
    }

    private async Task TellAsync(string desk, CancellationToken cancellation)
    {
        var snapshot = await lines.CurrentAsync(desk);
        var before = told.GetValueOrDefault(desk);
        (told[desk], toldAt[desk]) = (snapshot, clock.GetTimestamp());
        if (before is not null && ReferenceEquals(before, snapshot))
            return;
        await hub.Clients.Group(Topics.Phones(desk)).SendAsync(LiveHub.Line, LineMessage.Of(snapshot, before), cancellation);
    }

    private bool IsOld(string desk) => !toldAt.TryGetValue(desk, out var at) || clock.GetElapsedTime(at) >= QueueLimits.LookAnyway;

    private TimeSpan Remaining(string desk) => toldAt.TryGetValue(desk, out var at) && QueueLimits.Spacing - clock.GetElapsedTime(at) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;
}
