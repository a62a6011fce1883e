namespace LostFound.Queueing;

/// <summary>One staffed counter.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Serving">The lane of the guest it is busy with, from the call on; null when it is free.</param>
/// <param name="ServingSince">When that guest was called; null when it is free.</param>
/// <param name="TakesNext">Whether it calls the next guest when it is done: open and not paused.</param>
public sealed record Counter(string Id, Lane? Serving, DateTime? ServingSince, bool TakesNext);

/// <summary>A known change of how many counters take guests.</summary>
/// <param name="At">When.</param>
/// <param name="Open">How many, from then on.</param>
public sealed record CounterChange(DateTime At, int Open);

/// <summary>The line at one moment: all that a forecast may know. All times are UTC.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Counters">Every counter that is busy or takes guests.</param>
/// <param name="Plan">Known changes after <paramref name="Now"/>; earlier ones are ignored, since <paramref name="Counters"/> says what is.</param>
/// <param name="Line">Callable places in the order of service.</param>
/// <param name="Booked">Bookings that aren't due yet.</param>
/// <param name="NoShowRate">Part of the called places where nobody comes, 0 to 1.</param>
public sealed record LineState(
    DateTime Now,
    IReadOnlyList<Counter> Counters,
    IReadOnlyList<CounterChange> Plan,
    IReadOnlyList<Place> Line,
    IReadOnlyList<Place> Booked,
    double NoShowRate)
{
    /// <summary>How long a counter is taken by a call that nobody answers.</summary>
    public TimeSpan NoShowCost { get; init; } = NoShowRule.AnswerWithin;

    /// <summary>Second contacts expected to join in an hour; they pass everyone who waits.</summary>
    public double SecondContactsPerHour { get; init; }

    /// <summary>How many of a hundred waiting places are given up in an hour, as a part: 0.05 is five of a hundred.</summary>
    public double LeavesPerHour { get; init; }

    /// <summary>Places kept after two calls; they come back into the line at <see cref="ReturnRate"/>.</summary>
    public IReadOnlyList<Place> Kept { get; init; } = [];

    /// <summary>Part of the kept places whose guest comes back in time, 0 to 1.</summary>
    public double ReturnRate { get; init; } = 0.5;

    /// <summary>The line with everybody sorted into it by <see cref="OrderOfService"/>.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="counters">Every counter that is busy or takes guests.</param>
    /// <param name="plan">Known changes.</param>
    /// <param name="waiting">All waiting places, due or not, in any order.</param>
    /// <param name="noShowRate">Part of the called places where nobody comes, 0 to 1.</param>
    public static LineState Of(
        DateTime now,
        IReadOnlyList<Counter> counters,
        IReadOnlyList<CounterChange> plan,
        IReadOnlyCollection<Place> waiting,
        double noShowRate) =>
        new(now, counters, plan, OrderOfService.Line(waiting, now), OrderOfService.NotYetDue(waiting, now), noShowRate);
}

/// <summary>How long until somebody is called.</summary>
/// <param name="P50">As likely sooner as later.</param>
/// <param name="P90">Nine in ten are called sooner.</param>
public readonly record struct WaitEstimate(TimeSpan P50, TimeSpan P90)
{
    /// <summary>The mean: the guess with the smallest squared error.</summary>
    public TimeSpan Mean { get; init; } = P50;
}
