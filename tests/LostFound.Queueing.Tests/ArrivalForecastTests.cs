using Xunit;

namespace LostFound.Queueing.Tests;

public class ArrivalForecastTests
{
    private static readonly TypicalDay Typical = new(
        Enumerable.Range(0, 96).ToDictionary(quarter => (Lane.Collect, quarter), quarter => quarter < 68 ? 4.0 : 8.0), TimeZoneInfo.Utc);

    [Fact]
    public void Before_the_day_begins_it_is_the_typical_one()
    {
        var next = ArrivalForecast.Next(Typical, [], Lines.Now.AddMinutes(-13), 2).Where(one => one.Lane == Lane.Collect).ToList();
        Assert.Equal([(Lines.Now.AddMinutes(-15), 4.0), (Lines.Now, 8.0)], next.Select(one => (one.From, one.Expected)));
        Assert.All(next, one => Assert.True(one.Low < one.Expected && one.High > one.Expected));
    }

    [Fact]
    public void A_day_with_half_as_many_again_is_soon_forecast_so_and_with_less_doubt()
    {
        var before = Next([]);
        var after = Next([.. Enumerable.Range(1, 12).Select(quarter => new CountedArrivals(Lines.Now.AddMinutes(-15 * quarter), Lane.Collect, 6))]);
        Assert.InRange(after.Expected / before.Expected, 1.2, 1.45);
        Assert.True(after.Strength > before.Strength);
    }

    [Fact]
    public void Quarters_without_anybody_say_that_the_day_is_small() =>
        Assert.True(Next([.. Enumerable.Range(1, 12).Select(quarter => new CountedArrivals(Lines.Now.AddMinutes(-15 * quarter), Lane.Collect, 0))]).Expected < 5.5);

    [Fact]
    public void The_range_holds_eight_in_ten_quarters_of_days_that_differ()
    {
        var random = new Random(8);
        var (inside, low, all) = (0, 0, 0);
        for (var day = 0; day < 400; day++)
        {
            var factor = Counts.Gamma(25, Draws.Normals[random.Next(Draws.Count)]);
            int Count(double mean) => Counts.Poisson(mean * factor, random.NextDouble());
            var soFar = Enumerable.Range(1, 20).Select(quarter => new CountedArrivals(Lines.Now.AddMinutes(-15 * quarter), Lane.Collect, Count(4))).ToList();
            foreach (var one in ArrivalForecast.Next(Typical, soFar, Lines.Now, 8).Where(one => one.Lane == Lane.Collect))
            {
                var count = Count(8);
                inside += count >= one.Low && count <= one.High ? 1 : 0;
                low += count < one.Low ? 1 : 0;
                all++;
            }
        }
        // Counts are whole, so a range of whole counts holds a little more than asked.
        Assert.InRange((double)inside / all, 0.78, 0.9);
        Assert.InRange((double)low / all, 0.04, 0.11);
    }

    [Fact]
    public void A_typical_day_is_learnt_from_past_ones()
    {
        var random = new Random(3);
        var history = (
            from day in Enumerable.Range(0, 30)
            let factor = Counts.Gamma(25, Draws.Normals[random.Next(Draws.Count)])
            from quarter in Enumerable.Range(40, 40)
            select new CountedArrivals(DayPlan.Midnight.AddDays(-day).AddMinutes(15 * quarter), Lane.Report, Counts.Poisson(factor * (quarter < 60 ? 3 : 9), random.NextDouble()))).ToList();
        var typical = TypicalDay.Of(history, 30, TimeZoneInfo.Utc);
        Assert.InRange(typical.Usual[(Lane.Report, 50)], 2.5, 3.5);
        Assert.InRange(typical.Usual[(Lane.Report, 70)], 8, 10);
        Assert.False(typical.Usual.ContainsKey((Lane.Report, 20)));
        Assert.InRange(typical.Strength, 15, 50);
    }

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 5)]
    public void Negative_binomial_quantiles_are_those_of_the_tables(double part, int count) =>
        // Mean 2.5, shape 5 (success 2/3): cumulative 0.132, 0.351, 0.571, 0.741, 0.855, 0.923.
        Assert.Equal(count, Counts.Quantile(2.5, 5, part));

    private static ExpectedArrivals Next(IReadOnlyCollection<CountedArrivals> soFar) =>
        ArrivalForecast.Next(Typical, soFar, Lines.Now, 1).Single(one => one.Lane == Lane.Collect);
}
