using LostFound.Queueing;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// One desk's line as of one moment: order, waits, counters and what everybody was told. Never changed, so any number of
/// phones, counters and displays may share it. Holds no personal data.
/// </summary>
public sealed record LineSnapshot
{
    public required string Desk { get; init; }
    public required DateTime AsOf { get; init; }

    /// <summary>The latest change that is surely in it.</summary>
    public required long Sequence { get; init; }

    public required IReadOnlyList<CounterView> Counters { get; init; }

    /// <summary>Who may be called now, first to be called first.</summary>
    public required IReadOnlyList<LinePlace> Line { get; init; }

    /// <summary>Bookings that aren't due yet, soonest first.</summary>
    public required IReadOnlyList<LinePlace> Booked { get; init; }

    /// <summary>Called and on the way or just here, being served, or called twice and kept; by number.</summary>
    public required IReadOnlyList<CalledPlace> Called { get; init; }

    /// <summary>Who was let in front lately, and why: what a page tells in general terms to those who were passed.</summary>
    public required IReadOnlyList<LinePass> Passes { get; init; }

    /// <summary>What somebody who joins now would wait.</summary>
    public required IReadOnlyDictionary<Lane, WaitEstimate> Newcomer { get; init; }

    /// <summary>What the estimates came from, for forecasts and advice at the board.</summary>
    public required LineState State { get; init; }

    public required LineHistory History { get; init; }

    public int CountersOpen => Counters.Count(c => c.State == CounterState.Open);

    /// <summary>Nobody ahead and a counter free: no time to tell.</summary>
    public bool CallsAtOnce => Line.Count == 0 && Counters.Any(c => c.TakesNext);

    /// <summary>What a guest who joins now is told; null when they are called at once.</summary>
    public Told? TellNewcomer(Lane lane, DateTime now) => CallsAtOnce ? null : TellingRule.Tell(Newcomer[lane], now, History.Margin(now));

    public LinePlace? Find(Guid ticketId) => Line.FirstOrDefault(p => p.TicketId == ticketId) ?? Booked.FirstOrDefault(p => p.TicketId == ticketId);
}

/// <param name="Place">1 is the next; 0 for a booking that isn't due.</param>
/// <param name="Reason">The clause of the order it stands under.</param>
/// <param name="Told">What its guest was told last; null when called at once or not told anything yet.</param>
public sealed record LinePlace(
    Guid TicketId, int Number, Lane Lane, int Place, DateTime JoinedAt, DateTime? BookedFor, DateTime? ArrivedAt,
    OrderReason Reason, WaitEstimate Wait, Told? Told);

/// <param name="CounterNumber">Null while the place is only kept.</param>
public sealed record CalledPlace(
    Guid TicketId, int Number, Lane Lane, TicketState State, int? CounterNumber,
    DateTime CalledAt, DateTime? CalledAgainAt, DateTime? KeptUntil, DateTime? ArrivedAt, DateTime? StartedAt);

public sealed record CounterView(Guid Id, int Number, CounterState State, Guid? StaffId, string StaffName, Guid? TicketId, int? TicketNumber, bool TakesNext);

public enum PassReason { SecondContact, BookedTimeDue, CameBack, PassedOn }

/// <summary>Somebody went in front of those who had a number from <paramref name="From"/> to <paramref name="To"/> then.</summary>
public sealed record LinePass(DateTime At, PassReason Reason, int From, int To);
