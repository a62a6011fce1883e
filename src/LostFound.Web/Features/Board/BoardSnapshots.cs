using LostFound.Web.Live;

namespace LostFound.Web.Features.Board;

/// <summary>
/// Hands every board the same snapshot. It is built anew at most twice a second, by one caller while the others
/// wait for it. Who asks after a change gets numbers that have it in them, if need be half a second later.
/// </summary>
public sealed class BoardSnapshots(Func<Task<BoardSnapshot>> read, ChangeFeed feed, TimeProvider clock, ILogger<BoardSnapshots> log)
{
    public static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);
    private readonly Lock guard = new();
    private Built? last;
    private Task<BoardSnapshot>? building;
    private bool reading;

    public Task<BoardSnapshot> CurrentAsync()
    {
        lock (guard)
        {
            if (last is { } built && clock.GetElapsedTime(built.StartedAt) < Spacing && !feed.ChangedSince(Topics.Board, built.Snapshot.Sequence))
                return Task.FromResult(built.Snapshot);
            if (building is not null && reading)
                return AfterAsync(building);
            return building ??= BuildAsync();
        }
    }

    /// <summary>One that already reads may have missed what the caller knows of: wait for it, then look again.</summary>
    private async Task<BoardSnapshot> AfterAsync(Task<BoardSnapshot> underWay)
    {
        await underWay;
        return await CurrentAsync();
    }

    private async Task<BoardSnapshot> BuildAsync()
    {
        // Leaves the lock first: what follows may run for a while on this very call.
        await Task.Yield();
        if (last is { } before && Spacing - clock.GetElapsedTime(before.StartedAt) is { Ticks: > 0 } wait)
            await Task.Delay(wait, clock);
        var started = clock.GetTimestamp();
        lock (guard)
            reading = true;
        try
        {
            var snapshot = await read();
            Finish(new Built(snapshot, started));
            return snapshot;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException && last is not null)
        {
            // The numbers of before keep their own time, by which every board sees that they are old.
            log.RebuildFailed(problem);
            Finish(last with { StartedAt = started });
            return last.Snapshot;
        }
        catch
        {
            Finish(null);
            throw;
        }
    }

    private void Finish(Built? built)
    {
        lock (guard)
            (last, building, reading) = (built, null, false);
    }

    /// <param name="StartedAt">The clock's timestamp when reading began.</param>
    private sealed record Built(BoardSnapshot Snapshot, long StartedAt);
}

internal static partial class BoardSnapshotsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the board's numbers failed; boards show the last ones with their time")]
    public static partial void RebuildFailed(this ILogger log, Exception problem);
}
