namespace LostFound.Queueing;

/// <summary>What the line will be like at a moment.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Waiting">Mean number of waiting guests, bookings and second contacts apart.</param>
/// <param name="P50">Half of those who join then wait less.</param>
/// <param name="P90">Nine in ten of those who join then wait less.</param>
public sealed record ForecastPoint(DateTime At, double Waiting, TimeSpan P50, TimeSpan P90);

/// <summary>
/// The line before it forms: the scenarios of <see cref="WaitEstimator"/>, fed on with the guests who are expected, each
/// scenario with a day of its own size.
/// </summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class LineForecast(ServiceTimes times)
{
    /// <summary>The line now, at the start of every quarter of an hour of the forecast, and at its end, the plan being kept.</summary>
    /// <param name="state">The line now; its <see cref="LineState.SecondContactsPerHour"/> isn't used, since the forecast has them.</param>
    /// <param name="arrivals">Expected arrivals, from <see cref="ArrivalForecast"/>.</param>
    public IReadOnlyList<ForecastPoint> Next(LineState state, IReadOnlyList<ExpectedArrivals> arrivals)
    {
        DateTime[] points = [.. Points(state, arrivals)];
        var expected = new ExpectedGuests(state.Now, arrivals);
        var scenarios = Scenarios.Of(new ServiceTable(times, state.Now), state with { SecondContactsPerHour = 0 }, expected.SecondContacts);
        var waits = Enumerable.Range(0, points.Length).Select(_ => new double[scenarios.Length]).ToArray();
        var waiting = new double[points.Length];
        var line = state.Line.Select(place => (Reason: OrderOfService.Reason(place), Guest: new Guest(0, place.Lane, Draws.Key(place.Id)))).ToList();
        for (var scenario = 0; scenario < scenarios.Length; scenario++)
        {
            var guests = line.Concat(expected.Arrivals(scenario).Select(guest => (Reason: OrderReason.Arrival, Guest: guest)));
            Play(scenarios[scenario], [.. points.Select(at => (at - state.Now).TotalSeconds)], guests, (at, wait, count) =>
            {
                waits[at][scenario] = wait;
                waiting[at] += count;
            });
        }
        return [.. points.Select((at, index) => Point(at, waiting[index] / scenarios.Length, Quantiles.Of(waits[index])))];
    }

    private static ForecastPoint Point(DateTime at, double waiting, WaitEstimate wait) => new(at, waiting, wait.P50, wait.P90);

    private static IEnumerable<DateTime> Points(LineState state, IReadOnlyList<ExpectedArrivals> arrivals) =>
        arrivals.Select(quarter => quarter.From)
            .Concat(arrivals.Select(quarter => quarter.From + ExpectedGuests.Quarter))
            .Where(at => at > state.Now)
            .Append(state.Now)
            .Distinct()
            .Order();

    /// <summary>One scenario: at each point, how long somebody joining would wait and how many do.</summary>
    private static void Play(
        CounterLine counters, double[] points, IEnumerable<(OrderReason Reason, Guest Guest)> guests, Action<int, double, int> at)
    {
        var next = 0;
        var calls = new Queue<double>();
        foreach (var (reason, guest) in guests)
        {
            while (next < points.Length && points[next] < guest.At)
                Look();
            var call = counters.CallOf(guest.At, reason);
            counters.Serve(call, guest);
            calls.Enqueue(call);
        }
        while (next < points.Length)
            Look();

        void Look()
        {
            // Calls come in order, so whoever was called by this point is at the front.
            while (calls.TryPeek(out var call) && call <= points[next])
                calls.Dequeue();
            at(next, counters.CallOf(points[next], OrderReason.Arrival) - points[next], calls.Count);
            next++;
        }
    }
}
