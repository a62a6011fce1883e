namespace LostFound.Queueing;

/// <summary>"Open 1 more counter by 19:20 to keep everyone under 15 minutes."</summary>
/// <param name="OpenMore">How many more than planned; 0 when the plan is enough, or when more wouldn't help.</param>
/// <param name="By">The latest time that is early enough, UTC; the moment asked when nothing more is needed or it is late already.</param>
/// <param name="KeepsUnder">What nine in ten then wait less than, in whole minutes; the limit if that is held.</param>
/// <param name="Enough">False when even all counters, opened at once, don't keep waits under the limit.</param>
public sealed record Advice(int OpenMore, DateTime By, TimeSpan KeepsUnder, bool Enough);

/// <summary>
/// How many counters to open, and when: by simulation with the scenarios of <see cref="LineForecast"/>, since formulas such
/// as Erlang-A need a line that has settled, and an evening rush never does. More counters never make a wait longer, and
/// opening later never makes one shorter, so the fewest and the latest are found by trying upwards and by halving.
/// </summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class StaffingAdvice(ServiceTimes times)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly LineForecast _forecast = new(times);

    /// <summary>The fewest counters more than planned, opened as late as will do.</summary>
    /// <param name="state">The line now, with the plan.</param>
    /// <param name="arrivals">Expected arrivals, from <see cref="ArrivalForecast"/>; the next two hours are usual.</param>
    /// <param name="limit">The wait that nine in ten of those who join shall stay under.</param>
    /// <param name="mostCounters">How many counters the desk has.</param>
    public Advice Advise(LineState state, IReadOnlyList<ExpectedArrivals> arrivals, TimeSpan limit, int mostCounters)
    {
        var spare = Math.Max(0, mostCounters - state.Counters.Count(counter => counter.TakesNext));
        var worst = new List<TimeSpan>();
        for (var more = 0; more <= spare; more++)
        {
            worst.Add(Worst(state, arrivals, more, state.Now, mostCounters));
            if (worst[more] <= limit)
                return new Advice(more, more == 0 ? state.Now : Latest(state, arrivals, limit, more, mostCounters), limit, Enough: true);
        }
        // Not held by any number: the fewest that do as well as all.
        var fewest = worst.FindIndex(wait => wait <= worst[^1] + TimeSpan.FromMinutes(1));
        return new Advice(fewest, state.Now, TimeSpan.FromMinutes(Math.Ceiling(worst[fewest].TotalMinutes)), Enough: false);
    }

    /// <summary>The longest P90 of anybody expected to join.</summary>
    /// <param name="state">The line now, with the plan.</param>
    /// <param name="arrivals">Expected arrivals.</param>
    /// <param name="more">Counters more than planned.</param>
    /// <param name="by">From when on.</param>
    /// <param name="mostCounters">How many counters the desk has.</param>
    internal TimeSpan Worst(LineState state, IReadOnlyList<ExpectedArrivals> arrivals, int more, DateTime by, int mostCounters)
    {
        var quarters = arrivals.Where(quarter => quarter.Expected > 0).Select(quarter => quarter.From).ToList();
        return _forecast.Next(With(state, more, by, mostCounters), arrivals)
            .Where(point => quarters.Exists(from => from <= point.At && point.At < from + ExpectedGuests.Quarter))
            .Select(point => point.P90)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
    }

    private DateTime Latest(LineState state, IReadOnlyList<ExpectedArrivals> arrivals, TimeSpan limit, int more, int mostCounters)
    {
        DateTime At(int steps) => steps == 0 ? state.Now : new DateTime(((state.Now.Ticks / Step.Ticks) + steps) * Step.Ticks, DateTimeKind.Utc);
        var end = arrivals.Max(quarter => quarter.From) + ExpectedGuests.Quarter;
        var (enough, late) = (0, (int)((end - state.Now) / Step) + 1);
        while (late - enough > 1)
        {
            var middle = (enough + late) / 2;
            if (Worst(state, arrivals, more, At(middle), mostCounters) <= limit)
                enough = middle;
            else
                late = middle;
        }
        return At(enough);
    }

    /// <summary>The same line with more counters than planned from a moment on.</summary>
    private static LineState With(LineState state, int more, DateTime by, int mostCounters)
    {
        if (more == 0)
            return state;
        var open = state.Counters.Count(counter => counter.TakesNext);
        int Raised(int planned) => Math.Max(planned, Math.Min(planned + more, mostCounters));
        var before = state.Plan.Where(change => change.At > state.Now && change.At <= by).OrderBy(change => change.At).ToList();
        var after = state.Plan.Where(change => change.At > state.Now && change.At > by).Select(change => change with { Open = Raised(change.Open) });
        if (by > state.Now)
            return state with { Plan = [.. before, new CounterChange(by, Raised(before.LastOrDefault()?.Open ?? open)), .. after] };
        var added = Enumerable.Range(0, Raised(open) - open).Select(at => new Counter($"added {at}", null, null, TakesNext: true));
        return state with { Counters = [.. state.Counters, .. added], Plan = [.. after] };
    }
}
