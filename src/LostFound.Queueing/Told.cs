namespace LostFound.Queueing;

/// <summary>Why a wait has grown.</summary>
public enum DelayCause
{
    /// <summary>Fewer counters are open than when the time was told.</summary>
    FewerCounters,

    /// <summary>Guests at the counters take longer than usual.</summary>
    LongerService,

    /// <summary>Guests came a second time about the same loss, and went first.</summary>
    SecondContacts,

    /// <summary>Booked times fell due, and went first.</summary>
    BookedTimes,
}

/// <summary>What a guest was told: "about 12 to 20 minutes; we'll call you by 14:40".</summary>
/// <param name="At">When it was said, UTC.</param>
/// <param name="FromMinutes">The near end, from <paramref name="At"/>.</param>
/// <param name="ToMinutes">The far end, from <paramref name="At"/>.</param>
/// <param name="By">The promise: called no later than this, UTC, a whole minute.</param>
public sealed record Told(DateTime At, int FromMinutes, int ToMinutes, DateTime By)
{
    /// <summary>By how many minutes this is later than what was told before; negative when sooner, 0 when first told.</summary>
    public int LongerMinutes { get; init; }

    /// <summary>Why it grew; null unless <see cref="LongerMinutes"/> is above zero.</summary>
    public DelayCause? Cause { get; init; }
}
