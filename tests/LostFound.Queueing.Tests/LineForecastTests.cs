using Xunit;

namespace LostFound.Queueing.Tests;

public class LineForecastTests
{
    private static readonly LineForecast Forecast = new(Lines.Times);

    [Fact]
    public void The_first_point_is_now_and_agrees_with_what_a_newcomer_is_told()
    {
        var state = Lines.Of(20, 3);
        var now = Forecast.Next(state, Steady(4, 8))[0];
        var newcomer = new WaitEstimator(Lines.Times).ForNewcomer(state, Lane.Collect);
        Assert.Equal((state.Now, newcomer.P50, newcomer.P90, 20.0), (now.At, now.P50, now.P90, now.Waiting));
    }

    [Fact]
    public void There_is_a_point_a_quarter_and_one_at_the_end()
    {
        var state = Lines.Of(3, 3) with { Now = Lines.Now.AddMinutes(4) };
        Assert.Equal(
            [4, 15, 30, 45, 60],
            Forecast.Next(state, Steady(4, 4)).Select(point => (int)(point.At - Lines.Now).TotalMinutes));
    }

    [Fact]
    public void A_line_grows_when_more_come_than_are_served_and_empties_when_fewer_do()
    {
        var growing = Forecast.Next(Lines.Of(5, 2), Steady(10, 8));
        Assert.True(growing[^1].Waiting > growing[0].Waiting + 10 && growing[^1].P90 > growing[0].P90);
        var shrinking = Forecast.Next(Lines.Of(30, 4), Steady(2, 8));
        Assert.True(shrinking[^1].Waiting < 2 && shrinking[^1].P90 < TimeSpan.FromMinutes(5));
    }

    /// <summary>
    /// A line that has settled has a formula: mean wait = (Erlang C) / (free capacity), times the half-sum of squared
    /// variations for times that aren't exponential (A. Allen and A. Cunneen). The simulation must come near it.
    /// </summary>
    [Fact]
    public void A_settled_line_waits_as_the_formula_says()
    {
        const double perHour = 32;
        const int counters = 3;
        var times = Measured();
        var state = Lines.Of(0, 0) with { Counters = [.. Enumerable.Range(0, counters).Select(at => new Counter($"{at}", null, null, TakesNext: true))] };
        var arrivals = Enumerable.Range(0, 40)
            .Select(quarter => new ExpectedArrivals(Lines.Now.AddMinutes(15 * quarter), Lane.Collect, perHour / 4, 0, 0) { Strength = 1e9 }).ToList();
        // Little's law turns the mean number waiting into the mean wait.
        var waited = new LineForecast(times).Next(state, arrivals).Skip(12).Average(point => point.Waiting) / perHour * 60;
        var mean = times.For(Lane.Collect, 12).Mean.TotalMinutes;
        var spread = times.For(Lane.Collect, 12).LogSpread;
        var formula = ErlangC(counters, perHour / 60 * mean) * mean / (counters - (perHour / 60 * mean)) * (1 + Math.Exp(spread * spread) - 1) / 2;
        Assert.InRange(waited / formula, 0.85, 1.15);
    }

    /// <summary>Measured so often, in every hour, that there is no doubt left: doubt makes a forecast longer than the formula.</summary>
    private static ServiceTimes Measured() => ServiceTimes.Fit(
        from hour in Enumerable.Range(0, 24)
        from normal in Draws.Normals.Concat(Draws.Normals)
        select new ServiceSample(Lane.Collect, DayPlan.Midnight.AddHours(hour), TimeSpan.FromMinutes(4 * Math.Exp(0.5 * normal))),
        ServicePrior.Usual);

    private static double ErlangC(int counters, double load)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var at = 1; at < counters; at++)
        {
            term *= load / at;
            sum += term;
        }
        var all = term * load / counters * counters / (counters - load);
        return all / (sum + all);
    }

    private static List<ExpectedArrivals> Steady(double aQuarter, int quarters) =>
        [.. Enumerable.Range(0, quarters).Select(quarter => new ExpectedArrivals(Lines.Now.AddMinutes(15 * quarter), Lane.Collect, aQuarter, 0, 0))];
}
