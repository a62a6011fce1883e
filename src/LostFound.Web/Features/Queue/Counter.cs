namespace LostFound.Web.Features.Queue;

public enum CounterState { Closed, Open, Paused }

/// <summary>One staffed position at a desk. It stays when it closes; the next person opens it again.</summary>
public sealed class Counter
{
    public required Guid Id { get; init; }
    public required string Desk { get; init; }

    /// <summary>What stands on the sign above it.</summary>
    public required int Number { get; init; }

    public CounterState State { get; set; }
    public Guid? StaffId { get; set; }
    public string StaffName { get; set; } = "";

    /// <summary>Who is called to it or served at it.</summary>
    public Guid? TicketId { get; set; }

    public required DateTime ChangedAt { get; set; }
    public int Version { get; set; } = 1;

    public void Close(DateTime at)
    {
        (State, StaffId, StaffName, ChangedAt) = (CounterState.Closed, null, "", at);
        Version++;
    }

    public bool TakesNext => State is CounterState.Open && TicketId is null;
}
