namespace LostFound.Queueing;

/// <summary>What a guest comes for, and so how long they usually take.</summary>
public enum Lane
{
    /// <summary>Reports a loss in person.</summary>
    Report,

    /// <summary>Collects an item.</summary>
    Collect,

    /// <summary>Comes back about the same loss.</summary>
    SecondContact,
}

/// <summary>One place in line, as the order of service sees it. All times are UTC.</summary>
/// <param name="Id">Unique in the line; the last tie-break.</param>
/// <param name="Lane">What the guest comes for.</param>
/// <param name="JoinedAt">When the place was taken. It stays when a guest comes back to a kept place.</param>
/// <param name="BookedFor">The booked time, if the guest chose one instead of waiting. Before it, nobody is called.</param>
public sealed record Place(string Id, Lane Lane, DateTime JoinedAt, DateTime? BookedFor = null)
{
    /// <summary>Whether it may be called at this moment.</summary>
    /// <param name="now">The moment.</param>
    public bool IsCallable(DateTime now) => BookedFor is null || BookedFor <= now;
}
