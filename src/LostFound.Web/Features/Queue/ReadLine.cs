using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>A desk's rows of one moment.</summary>
public sealed record LineRows(string Desk, long Sequence, IReadOnlyList<Ticket> Tickets, IReadOnlyList<Counter> Counters, IReadOnlyList<LinePass> Passes)
{
    public IEnumerable<Ticket> Waiting => Tickets.Where(t => t.State == TicketState.Waiting);
}

/// <summary>Reads a desk's line and works out its order and waits.</summary>
public sealed class ReadLine(Store store, ConfigStore config)
{
    /// <summary>How long a page tells why somebody was called before.</summary>
    private static readonly TimeSpan PassesShown = TimeSpan.FromMinutes(20);

    public Task<LineRows> RowsAsync(string desk, DateTime now) => store.ReadAsync(async db =>
    {
        // Before the rows: a change after this is seen by the next reading, one before it is in them.
        var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence) ?? 0;
        var tickets = await db.Tickets.Active().Where(t => t.Desk == desk).ToListAsync();
        var counters = await db.Counters.Where(c => c.Desk == desk).OrderBy(c => c.Number).ToListAsync();
        var since = now - PassesShown;
        var passes = await db.TicketEvents
            .Where(e => e.Desk == desk && e.At >= since && (e.Kind == TicketEventKind.CameBack || e.Kind == TicketEventKind.Transferred
                || (e.Kind == TicketEventKind.Called && e.Reason != OrderReason.Arrival)))
            .Join(db.Tickets, e => e.TicketId, t => t.Id, (e, t) => new { e.At, e.Kind, e.Reason, t.Number })
            .OrderByDescending(p => p.At).ToListAsync();
        return new LineRows(desk, sequence, tickets, counters, [.. passes.Select(p => Pass(p.At, ReasonOf(p.Kind, p.Reason), p.Number, tickets))]);
    });

    /// <summary>The line as forecasts see it.</summary>
    public LineState State(LineRows rows, LineHistory history, DateTime now)
    {
        var byId = rows.Tickets.ToDictionary(t => t.Id);
        var counters = rows.Counters.Where(c => c.State == CounterState.Open || c.TicketId is not null)
            .Select(c => (Row: c, Ticket: c.TicketId is { } id ? byId.GetValueOrDefault(id) : null))
            .Select(c => new LostFound.Queueing.Counter(c.Row.Id.ToString("N"), c.Ticket?.Lane, c.Ticket?.CalledAt, c.Row.State == CounterState.Open))
            .ToList();
        return LineState.Of(now, counters, Plan(counters, now), [.. rows.Waiting.Select(t => t.AsPlace())], history.NoShowRate) with
        {
            NoShowCost = config.Current.Queue.CallAgainAfter,
            Kept = [.. rows.Tickets.Where(t => t.State == TicketState.Kept).Select(t => t.AsPlace())],
            ReturnRate = history.ReturnRate,
            SecondContactsPerHour = history.SecondContactsPerHour,
            LeavesPerHour = history.LeavesPerHour,
        };
    }

    /// <summary>
    /// While nobody takes guests, the forecast counts on one counter soon, or at the next opening: without one it could
    /// only say "never".
    /// </summary>
    private List<CounterChange> Plan(List<LostFound.Queueing.Counter> counters, DateTime now)
    {
        if (counters.Exists(c => c.TakesNext))
            return [];
        var opens = config.Current.Clock.CurrentOrNextOpening(now).OpensUtc;
        return [new CounterChange(opens > now ? opens : now + QueueLimits.OpensWithin, 1)];
    }

    /// <summary>
    /// Numbers stand for the order of joining. A second contact passes those who joined before it; a booked guest everybody
    /// who was there then, since nobody saw them wait; who comes back or is passed on, those who joined after them.
    /// </summary>
    private static LinePass Pass(DateTime at, PassReason reason, int number, List<Ticket> tickets)
    {
        var last = tickets.Where(t => t.JoinedAt < at).Max(t => (int?)t.Number) ?? 0;
        return reason switch
        {
            PassReason.SecondContact => new LinePass(at, reason, 1, number - 1),
            PassReason.BookedTimeDue => new LinePass(at, reason, 1, last),
            PassReason.CameBack or PassReason.PassedOn => new LinePass(at, reason, number + 1, last),
        };
    }

    private static PassReason ReasonOf(TicketEventKind kind, OrderReason? reason) => (kind, reason) switch
    {
        (TicketEventKind.CameBack, _) => PassReason.CameBack,
        (TicketEventKind.Transferred, _) => PassReason.PassedOn,
        (_, OrderReason.SecondContact) => PassReason.SecondContact,
        _ => PassReason.BookedTimeDue,
    };
}
