using Xunit;

namespace LostFound.Queueing.Tests;

public class ServiceTimesTests
{
    private static readonly DateTime Day = DayPlan.Midnight;

    [Fact]
    public void Without_samples_the_prior_is_believed_with_its_doubt()
    {
        var time = ServiceTimes.Fit([], ServicePrior.Usual).For(Lane.Collect, 12);
        Assert.Equal(3, time.Median.TotalMinutes, 0.001);
        Assert.Equal(0.5, time.LogSpread, 0.001);
        Assert.InRange(time.LogError, 0.15, 0.3);
    }

    [Fact]
    public void With_many_samples_each_hour_is_what_was_measured()
    {
        var times = ServiceTimes.Fit([.. Made(Lane.Report, 12, 5, 600, 1), .. Made(Lane.Report, 20, 8, 600, 2)], ServicePrior.Usual);
        Assert.InRange(times.For(Lane.Report, 12).Median.TotalMinutes, 4.7, 5.3);
        Assert.InRange(times.For(Lane.Report, 20).Median.TotalMinutes, 7.5, 8.5);
        Assert.InRange(times.For(Lane.Report, 12).LogSpread, 0.46, 0.54);
        Assert.InRange(times.For(Lane.Report, 12).LogError, 0.01, 0.03);
    }

    [Fact]
    public void An_hour_with_few_samples_leans_on_its_lane()
    {
        var times = ServiceTimes.Fit([.. Enumerable.Range(9, 4).SelectMany(hour => Made(Lane.Report, hour, 5, 100, hour)), .. Made(Lane.Report, 13, 20, 2, 2)], ServicePrior.Usual);
        Assert.InRange(times.For(Lane.Report, 13).Median.TotalMinutes, 4.7, 7.5);
        Assert.InRange(times.For(Lane.Report, 23).Median.TotalMinutes, 4.6, 5.5);
        Assert.True(times.For(Lane.Report, 23).LogError > times.For(Lane.Report, 12).LogError);
    }

    [Fact]
    public void A_forgotten_done_hardly_counts()
    {
        var clean = Made(Lane.Collect, 12, 4, 200, 3).ToList();
        var forgotten = Enumerable.Range(0, 6).Select(_ => new ServiceSample(Lane.Collect, Day.AddHours(12), TimeSpan.FromHours(5)));
        var without = ServiceTimes.Fit(clean, ServicePrior.Usual).For(Lane.Collect, 12);
        var with = ServiceTimes.Fit([.. clean, .. forgotten], ServicePrior.Usual).For(Lane.Collect, 12);
        Assert.InRange(with.Mean / without.Mean, 1, 1.12);
    }

    [Fact]
    public void Hours_are_those_of_the_venue()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("venue", TimeSpan.FromHours(2), "venue", "venue");
        var times = ServiceTimes.Fit(Made(Lane.Collect, 18, 9, 500, 4), ServicePrior.Usual, zone);
        Assert.True(times.For(Lane.Collect, 20).LogError < times.For(Lane.Collect, 18).LogError);
        Assert.Equal(1, times.HourOf(Day.AddHours(23)));
    }

    [Fact]
    public void A_slow_day_is_noticed_after_some_guests_and_not_after_one()
    {
        var history = Enumerable.Range(0, 20).SelectMany(day => Made(Lane.Report, 12, day % 2 == 0 ? 5 : 6.5, 60, day, day)).ToList();
        var usual = ServiceTimes.Fit(history, ServicePrior.Usual);
        var median = usual.For(Lane.Report, 12).Median;
        var one = usual.Today([new ServiceSample(Lane.Report, Day.AddHours(12), median * 3)]);
        var many = usual.Today(Made(Lane.Report, 12, median.TotalMinutes * 1.3, 80, 99));
        Assert.InRange(one.For(Lane.Report, 12).Median / median, 1, 1.1);
        Assert.InRange(many.For(Lane.Report, 12).Median / median, 1.1, 1.35);
        Assert.True(many.For(Lane.Report, 12).LogError < one.For(Lane.Report, 12).LogError);
    }

    [Fact]
    public void An_hour_that_isn_t_on_the_clock_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Lines.Times.For(Lane.Report, 24));

    private static IEnumerable<ServiceSample> Made(Lane lane, int hour, double medianMinutes, int count, int seed, int daysAgo = 0)
    {
        var random = new Random(seed);
        for (var at = 0; at < count; at++)
        {
            var minutes = medianMinutes * Math.Exp(0.5 * NormalCurve.AtAbove(1 - ((random.NextDouble() * 0.9999) + 0.00005)));
            yield return new ServiceSample(lane, Day.AddDays(-daysAgo).AddHours(hour).AddSeconds(at), TimeSpan.FromMinutes(minutes));
        }
    }
}
