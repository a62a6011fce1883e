using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>The told time comes true for about nine in ten, also where the estimates are wrong, and in every hour.</summary>
public class ToldCalibrationTests
{
    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.75, 0.0)]
    [InlineData(1.3, 0.0)]
    [InlineData(1.0, 0.25)]
    public void The_band_is_reached_whatever_is_wrong_with_the_estimates(double distorted, double eveningSlower)
    {
        var kept = Play(new ToldCalibration(), distorted, eveningSlower, days: 40).Where(one => one.Day >= 6).ToList();
        Assert.InRange(kept.Average(one => one.Kept ? 1.0 : 0), 0.88, 0.93);
        Assert.All(kept.GroupBy(one => one.Hour), hour => Assert.InRange(hour.Average(one => one.Kept ? 1.0 : 0), 0.85, 1));
    }

    [Fact]
    public void A_miss_widens_at_once_and_hits_narrow_slowly()
    {
        var calibration = new ToldCalibration();
        var told = new Told(Lines.Now, 5, 10, Lines.Now.AddMinutes(10));
        var before = calibration.Margin(17);
        calibration.Record(told, 17, calledByThen: false);
        var widened = calibration.Margin(17) - before;
        Assert.InRange(widened, 0.3, 0.8);
        calibration.Record(told, 17, calledByThen: true);
        Assert.InRange(before + widened - calibration.Margin(17), 0.01, widened / 3);
    }

    [Fact]
    public void Yesterday_s_bad_spell_is_over_today()
    {
        var calibration = new ToldCalibration();
        var told = new Told(Lines.Now, 5, 10, Lines.Now.AddMinutes(10));
        for (var at = 0; at < 4; at++)
            calibration.Record(told, 21, calledByThen: false);
        var bad = calibration.Margin(10);
        calibration.Record(told with { At = Lines.Now.AddHours(17) }, 10, calledByThen: true);
        Assert.True(calibration.Margin(10) < bad - 1);
    }

    [Fact]
    public void However_bad_it_gets_the_margin_stays_in_its_range()
    {
        var calibration = new ToldCalibration();
        var told = new Told(Lines.Now, 5, 10, Lines.Now.AddMinutes(10));
        for (var at = 0; at < 1000; at++)
            calibration.Record(told, 17, calledByThen: false);
        Assert.Equal(6, calibration.Margin(17));
        for (var at = 0; at < 2000; at++)
            calibration.Record(told, 17, calledByThen: true);
        Assert.Equal(-0.5, calibration.Margin(17));
    }

    /// <summary>
    /// Guests join a minute apart for twelve hours. Waits rise and fall; what is wrong with them drifts slowly, so that
    /// neighbours are wrong together, as in a real line; outcomes become known only when they happen.
    /// </summary>
    private static IEnumerable<(int Day, int Hour, bool Kept)> Play(ToldCalibration calibration, double distorted, double eveningSlower, int days)
    {
        var random = new Random(5);
        for (var day = 0; day < days; day++)
        {
            var pending = new PriorityQueue<(Told Told, int Hour, bool Kept), DateTime>();
            var drift = 0.0;
            for (var minute = 0; minute < 720; minute += 2)
            {
                var now = DayPlan.Midnight.AddDays(day).AddMinutes(600 + minute);
                while (pending.TryPeek(out var known, out var at) && at <= now)
                {
                    calibration.Record(known.Told, known.Hour, known.Kept);
                    pending.Dequeue();
                }
                drift = (0.97 * drift) + (0.24 * Normal(random));
                var p50 = 5 + (30 * Math.Pow(Math.Sin(Math.PI * minute / 720), 2));
                var actual = p50 * (1 + (now.Hour >= 19 ? eveningSlower : 0)) + (0.2 * p50 * ((0.8 * drift) + (0.6 * Normal(random))));
                var estimate = new WaitEstimate(TimeSpan.FromMinutes(p50 * distorted), TimeSpan.FromMinutes(p50 * distorted * 1.256));
                var told = TellingRule.Tell(estimate, now, calibration.Margin(now.Hour));
                var called = now.AddMinutes(Math.Max(0, actual));
                pending.Enqueue((told, now.Hour, called <= told.By), called < told.By ? called : told.By);
                yield return (day, now.Hour, called <= told.By);
            }
        }
    }

    private static double Normal(Random random) => NormalCurve.AtAbove(random.NextDouble() is > 0 and var part ? part : 0.5);
}
