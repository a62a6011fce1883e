namespace LostFound.Queueing;

/// <summary>Arrivals counted in one quarter of an hour.</summary>
/// <param name="From">Start of the quarter, UTC.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Count">How many joined.</param>
public sealed record CountedArrivals(DateTime From, Lane Lane, int Count);

/// <summary>What a usual day looks like: mean arrivals a quarter of an hour and lane, by time of day at the venue.</summary>
/// <param name="Usual">Mean arrivals by lane and quarter of the day (0 to 95); what is missing is none.</param>
/// <param name="Zone">The venue's time zone.</param>
/// <param name="Strength">How alike days are: a day's total varies by about one over the root of this. 25 is a fifth.</param>
public sealed record TypicalDay(IReadOnlyDictionary<(Lane Lane, int Quarter), double> Usual, TimeZoneInfo Zone, double Strength = 25)
{
    /// <summary>Quarters of an hour in a day.</summary>
    public const int Quarters = 96;

    private const double LeastStrength = 4;
    private const double MostStrength = 400;

    /// <summary>Mean arrivals in the quarter that begins at a moment.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="from">Start of the quarter, UTC.</param>
    public double At(Lane lane, DateTime from) => Usual.GetValueOrDefault((lane, QuarterOf(from, Zone)));

    /// <summary>
    /// The mean of past days, each quarter smoothed with its neighbours, and how much days' totals differ beyond chance
    /// (by the method of moments, leaning on a fifth while days are few).
    /// </summary>
    /// <param name="history">Counts of past days; quarters that aren't there had none.</param>
    /// <param name="days">Over how many days; at least 1.</param>
    /// <param name="zone">The venue's time zone.</param>
    public static TypicalDay Of(IReadOnlyCollection<CountedArrivals> history, int days, TimeZoneInfo zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var sums = new Dictionary<(Lane, int), double>();
        foreach (var counted in history)
        {
            // A quarter's count lies half in the quarter and a quarter in each neighbour.
            foreach (var (neighbour, share) in new[] { (-1, 0.25), (0, 0.5), (1, 0.25) })
            {
                var key = (counted.Lane, (QuarterOf(counted.From, zone) + neighbour + Quarters) % Quarters);
                sums[key] = sums.GetValueOrDefault(key) + (share * counted.Count / days);
            }
        }
        return new TypicalDay(sums, zone, StrengthOf(history, days, zone));
    }

    private static double StrengthOf(IReadOnlyCollection<CountedArrivals> history, int days, TimeZoneInfo zone)
    {
        const double usual = 1 / 25.0;
        const double usualDays = 5;
        var totals = history.GroupBy(counted => TimeZoneInfo.ConvertTimeFromUtc(counted.From, zone).Date).Select(day => (double)day.Sum(counted => counted.Count)).ToList();
        if (totals.Count < 2)
            return 1 / usual;
        var mean = totals.Average();
        var beyondChance = (totals.Sum(total => Math.Pow(total - mean, 2)) / (totals.Count - 1)) - mean;
        var varies = ((usualDays * usual) + (days * Math.Max(0, beyondChance) / Math.Max(1, mean * mean))) / (usualDays + days);
        return Math.Clamp(1 / varies, LeastStrength, MostStrength);
    }

    private static int QuarterOf(DateTime time, TimeZoneInfo zone) =>
        (int)(TimeZoneInfo.ConvertTimeFromUtc(time, zone).TimeOfDay.TotalMinutes / 15);
}
