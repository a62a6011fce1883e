namespace LostFound.ParkDay.Day;

/// <summary>A rate that changes over the day: straight lines between the knots.</summary>
internal sealed class Shape(params (double Hour, double PerHour)[] knots)
{
    public double RateAt(double hour)
    {
        for (var i = 1; i < knots.Length; i++)
        {
            var (from, low) = knots[i - 1];
            var (to, high) = knots[i];
            if (hour >= from && hour < to)
                return low + (high - low) * (hour - from) / (to - from);
        }
        return 0;
    }

    /// <summary>
    /// The times of a Poisson process with this rate, by thinning (Lewis and Shedler, 1979): draw at the highest rate,
    /// keep each with the share that the rate has there.
    /// </summary>
    public IEnumerable<DateTime> Times(Draws draws)
    {
        var highest = knots.Max(k => k.PerHour);
        for (var at = ParkHours.At(knots[0].Hour); ;)
        {
            at += draws.Exponential(highest);
            var hour = (at - ParkHours.Date).TotalHours;
            if (hour >= knots[^1].Hour)
                yield break;
            if (draws.Chance(RateAt(hour) / highest))
                yield return at;
        }
    }
}
