using System.Collections.Concurrent;
using LostFound.Queueing;
using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Hands everybody who looks at a desk's line the same snapshot. It is taken anew after a movement, by one caller while
/// the others wait for it, and never without the movements that its reader made or could know of.
/// </summary>
public sealed class LineSnapshots(Store store, ReadLine read, MeasureLine measure, RetellLine retell, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DeskLine> desks = new(StringComparer.Ordinal);

    public async Task<LineSnapshot> CurrentAsync(string desk)
    {
        var line = desks.GetOrAdd(desk, _ => new DeskLine());
        var needed = await NeededAsync(desk, line.Last);
        if (IsGoodFor(line.Last, needed))
            return line.Last!;
        await line.Turn.WaitAsync();
        try
        {
            // Whoever had the turn before may have taken it for us too.
            if (IsGoodFor(line.Last, needed))
                return line.Last!;
            if (line.Last is not null && QueueLimits.SnapshotSpacing - clock.GetElapsedTime(line.TakenAt) is { Ticks: > 0 } wait)
                await Task.Delay(wait, clock);
            line.TakenAt = clock.GetTimestamp();
            return line.Last = await TakeAsync(desk);
        }
        finally
        {
            line.Turn.Release();
        }
    }

    /// <summary>The number of the last movement. Asked of the rows, not of a memory of them: who just joined sees their place.</summary>
    private Task<long> NeededAsync(string desk, LineSnapshot? last)
    {
        var (topic, after) = (Topics.Line(desk), last?.Sequence ?? 0);
        return last is null
            ? Task.FromResult(0L)
            : store.ReadAsync(async db => await db.Changes.Where(c => c.Sequence > after && c.Topic == topic).MaxAsync(c => (long?)c.Sequence) ?? after);
    }

    /// <summary>Bookings fall due and waits run on without a movement, so an old one is taken anew in any case.</summary>
    private bool IsGoodFor(LineSnapshot? snapshot, long needed) =>
        snapshot is not null && snapshot.Sequence >= needed && clock.GetUtcNow().UtcDateTime - snapshot.AsOf < QueueLimits.LookAnyway;

    private async Task<LineSnapshot> TakeAsync(string desk)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var history = await measure.HandleAsync(desk);
        var rows = await read.RowsAsync(desk, now);
        var state = read.State(rows, history, now);
        var estimator = new WaitEstimator(history.Times);
        var waits = estimator.Estimate(state);
        var retold = await retell.HandleAsync(rows, state, waits, history, estimator);
        return Compose(rows, state, history, estimator, waits, retold);
    }

    private static LineSnapshot Compose(
        LineRows rows, LineState state, LineHistory history, WaitEstimator estimator, IReadOnlyList<WaitEstimate> waits, IReadOnlyDictionary<Guid, Told> retold)
    {
        var byId = rows.Tickets.ToDictionary(t => t.Id);
        var counters = rows.Counters.ToDictionary(c => c.Id, c => c.Number);
        return new LineSnapshot
        {
            Desk = rows.Desk,
            AsOf = state.Now,
            Sequence = rows.Sequence,
            Counters = [.. rows.Counters.Select(c => new CounterView(
                c.Id, c.Number, c.State, c.StaffId, c.StaffName, c.TicketId, c.TicketId is { } id ? byId.GetValueOrDefault(id)?.Number : null, c.TakesNext))],
            Line = [.. state.Line.Select((place, i) => View(byId[Ticket.IdOf(place)], i + 1, waits[i]))],
            Booked = [.. state.Booked.Select(place => View(byId[Ticket.IdOf(place)], 0, default))],
            Called = [.. rows.Tickets.Where(t => t.State is TicketState.Called or TicketState.Kept or TicketState.Serving).OrderBy(t => t.Number).Select(t => new CalledPlace(
                t.Id, t.Number, t.Lane, t.State, t.State == TicketState.Kept || t.CounterId is not { } at ? null : counters.GetValueOrDefault(at),
                t.CalledAt ?? t.JoinedAt, t.CalledAgainAt, t.KeptUntil, t.ArrivedAt, t.StartedAt))],
            Passes = rows.Passes,
            Newcomer = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => estimator.ForNewcomer(state, lane)),
            State = state,
            History = history,
        };

        LinePlace View(Ticket t, int place, WaitEstimate wait) => new(
            t.Id, t.Number, t.Lane, place, t.JoinedAt, t.BookedFor, t.ArrivedAt, OrderOfService.Reason(t.AsPlace()), wait,
            retold.GetValueOrDefault(t.Id) ?? t.LastTold);
    }

    /// <summary>What is known of one desk, and whose turn it is to look.</summary>
    private sealed class DeskLine
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public LineSnapshot? Last { get; set; }
        public long TakenAt { get; set; }
    }
}
