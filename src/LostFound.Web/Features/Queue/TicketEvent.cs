namespace LostFound.Web.Features.Queue;

public enum TicketEventKind { Joined, Booked, Told, Called, CalledAgain, Kept, CameBack, Arrived, Started, Transferred, Served, Left, NoShow }

/// <summary>
/// A movement of a ticket, kept as it happened and never changed: every wait is measured from these, standing at the
/// desk apart from waiting elsewhere.
/// </summary>
public sealed class TicketEvent
{
    public long Id { get; init; }
    public required Guid TicketId { get; init; }
    public required string Desk { get; init; }
    public required TicketEventKind Kind { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null when the guest or the clock did it.</summary>
    public Guid? StaffId { get; init; }

    public Guid? CounterId { get; init; }

    /// <summary>With a telling: the time told.</summary>
    public DateTime? ToldBy { get; init; }

    /// <summary>With a call: the clause of the order by which it was this guest's turn.</summary>
    public Queueing.OrderReason? Reason { get; init; }

    /// <summary>What else staff should know later, in plain words.</summary>
    public string Note { get; init; } = "";
}
