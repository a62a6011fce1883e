namespace LostFound.Queueing;

/// <summary>One finished wait.</summary>
/// <param name="JoinedAt">When the place was taken, UTC.</param>
/// <param name="CalledAt">When it was called, UTC.</param>
public readonly record struct FinishedWait(DateTime JoinedAt, DateTime CalledAt)
{
    /// <summary>How long it was.</summary>
    public TimeSpan Wait => CalledAt - JoinedAt;
}

/// <summary>
/// The estimators that ours is compared with; nothing in the product uses them. Delay-history estimators after
/// R. Ibrahim and W. Whitt, "Real-Time Delay Estimation Based on Delay History", M&amp;SOM 11(3), 2009.
/// </summary>
public static class BaselineEstimators
{
    /// <summary>LES: the wait of whoever was called last.</summary>
    /// <param name="finished">Finished waits, in the order of the calls.</param>
    public static TimeSpan LastToEnterService(IReadOnlyList<FinishedWait> finished) =>
        finished.Count == 0 ? TimeSpan.Zero : finished[^1].Wait;

    /// <summary>HOL: how long the first in line has waited; zero when nobody waits.</summary>
    /// <param name="line">Callable places in the order of service.</param>
    /// <param name="now">The moment, UTC.</param>
    public static TimeSpan HeadOfLine(IReadOnlyList<Place> line, DateTime now) =>
        line.Count == 0 ? TimeSpan.Zero : now - line[0].JoinedAt;

    /// <summary>The average of the last waits.</summary>
    /// <param name="finished">Finished waits, in the order of the calls.</param>
    /// <param name="last">Over how many.</param>
    public static TimeSpan RollingAverage(IReadOnlyList<FinishedWait> finished, int last = 10)
    {
        var count = Math.Min(last, finished.Count);
        return count == 0
            ? TimeSpan.Zero
            : TimeSpan.FromTicks((long)finished.Skip(finished.Count - count).Average(wait => wait.Wait.Ticks));
    }
}
