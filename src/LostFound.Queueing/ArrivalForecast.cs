namespace LostFound.Queueing;

/// <summary>Arrivals of one lane in one quarter of an hour.</summary>
/// <param name="From">Start of the quarter, UTC.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Expected">The mean.</param>
/// <param name="Low">One in ten days has fewer.</param>
/// <param name="High">One in ten days has more.</param>
public sealed record ExpectedArrivals(DateTime From, Lane Lane, double Expected, double Low, double High)
{
    /// <summary>How certain the day's size is: it varies by about one over the root of this. All lanes share it.</summary>
    public double Strength { get; init; } = 25;
}

/// <summary>
/// Expected arrivals from the typical shape of a day and the arrivals so far. Today is the typical day times a factor; the
/// factor is gamma, the counts are Poisson, so every finished quarter updates it exactly, and what comes is negative
/// binomial. Old quarters fade (M. West and J. Harrison, "Bayesian Forecasting and Dynamic Models", 2nd ed. 1997, discounting).
/// </summary>
public static class ArrivalForecast
{
    /// <summary>What a quarter says counts half after two hours.</summary>
    private static readonly double Fading = Math.Pow(0.5, 1 / 8.0);

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>The next quarters of an hour, every lane, in time order.</summary>
    /// <param name="typical">A usual day.</param>
    /// <param name="soFar">Finished quarters of today. Quarters without arrivals count too: give them with 0.</param>
    /// <param name="now">The moment, UTC; the first quarter forecast is the one it lies in, as a whole.</param>
    /// <param name="quarters">How many quarters.</param>
    public static IReadOnlyList<ExpectedArrivals> Next(
        TypicalDay typical, IReadOnlyCollection<CountedArrivals> soFar, DateTime now, int quarters)
    {
        var (shape, rate) = Today(typical, soFar);
        var first = new DateTime(now.Ticks - (now.Ticks % Quarter.Ticks), DateTimeKind.Utc);
        return
        [
            .. from quarter in Enumerable.Range(0, quarters)
               let start = first + (quarter * Quarter)
               from lane in Enum.GetValues<Lane>()
               let mean = typical.At(lane, start) * shape / rate
               select new ExpectedArrivals(start, lane, mean, Counts.Quantile(mean, shape, 0.1), Counts.Quantile(mean, shape, 0.9)) { Strength = shape },
        ];
    }

    /// <summary>Shape and rate of the gamma that today's factor has after what was counted.</summary>
    private static (double Shape, double Rate) Today(TypicalDay typical, IReadOnlyCollection<CountedArrivals> soFar)
    {
        var (counted, expected) = (0.0, 0.0);
        foreach (var quarter in soFar.GroupBy(one => one.From).OrderBy(group => group.Key))
        {
            counted = (Fading * counted) + quarter.Sum(one => one.Count);
            expected = (Fading * expected) + Enum.GetValues<Lane>().Sum(lane => typical.At(lane, quarter.Key));
        }
        return (typical.Strength + counted, typical.Strength + expected);
    }
}
