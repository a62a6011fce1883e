namespace LostFound.Queueing;

/// <summary>Arrivals of one lane in one quarter of an hour.</summary>
/// <param name="From">Start of the quarter, UTC.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Expected">The mean.</param>
/// <param name="Low">One in ten days has fewer.</param>
/// <param name="High">One in ten days has more.</param>
public sealed record ExpectedArrivals(DateTime From, Lane Lane, double Expected, double Low, double High);

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

    /// <summary>Mean arrivals in the quarter that begins at a moment.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="from">Start of the quarter, UTC.</param>
    public double At(Lane lane, DateTime from) =>
        Usual.GetValueOrDefault((lane, (int)(TimeZoneInfo.ConvertTimeFromUtc(from, Zone).TimeOfDay.TotalMinutes / 15)));
}

/// <summary>Expected arrivals from the typical shape of a day and the arrivals so far.</summary>
public static class ArrivalForecast
{
    /// <summary>The next quarters of an hour, every lane, in time order.</summary>
    /// <param name="typical">A usual day.</param>
    /// <param name="soFar">Finished quarters of today. Quarters without arrivals count too: give them with 0.</param>
    /// <param name="now">The moment, UTC; the first quarter forecast is the one it lies in.</param>
    /// <param name="quarters">How many quarters.</param>
    public static IReadOnlyList<ExpectedArrivals> Next(
        TypicalDay typical, IReadOnlyCollection<CountedArrivals> soFar, DateTime now, int quarters)
    {
        var first = new DateTime(now.Ticks - (now.Ticks % TimeSpan.FromMinutes(15).Ticks), DateTimeKind.Utc);
        return
        [
            .. from quarter in Enumerable.Range(0, quarters)
               let @from = first.AddMinutes(15 * quarter)
               from lane in Enum.GetValues<Lane>()
               let mean = typical.At(lane, @from)
               select new ExpectedArrivals(@from, lane, mean, mean / 2, mean * 2),
        ];
    }
}
