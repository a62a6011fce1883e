namespace LostFound.Queueing;

/// <summary>The guests of a forecast, one by one, in every scenario.</summary>
/// <param name="now">The moment of the forecast; what was expected before it is over.</param>
/// <param name="arrivals">What is expected.</param>
internal sealed class ExpectedGuests(DateTime now, IReadOnlyList<ExpectedArrivals> arrivals)
{
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private static readonly Shuffle DaySize = new(Draws.Key("how big the day is"));

    /// <summary>Guests in the order of joining.</summary>
    public IEnumerable<Guest> Arrivals(int scenario) => Guests(scenario, lane => lane != Lane.SecondContact);

    /// <summary>Second contacts, in the order of joining.</summary>
    public IEnumerable<Guest> SecondContacts(int scenario) => Guests(scenario, lane => lane == Lane.SecondContact);

    private IEnumerable<Guest> Guests(int scenario, Func<Lane, bool> wanted) =>
        arrivals.Where(quarter => wanted(quarter.Lane)).SelectMany(quarter => OfQuarter(quarter, scenario)).OrderBy(guest => guest.At);

    private IEnumerable<Guest> OfQuarter(ExpectedArrivals quarter, int scenario)
    {
        var start = Math.Max(0, (quarter.From - now).TotalSeconds);
        var end = (quarter.From + Quarter - now).TotalSeconds;
        if (end <= 0)
            yield break;
        // A stable key, so that a forecast moves only with what it is made from.
        var key = Draws.Key($"{quarter.Lane} {quarter.From.Ticks}");
        var mean = quarter.Expected * Counts.Gamma(quarter.Strength, Draws.Normals[DaySize[scenario]]) * (end - start) / Quarter.TotalSeconds;
        var count = Counts.Poisson(mean, Draws.Part(new Shuffle(key)[scenario]));
        for (var guest = 0; guest < count; guest++)
        {
            key = Draws.Mix(key);
            yield return new Guest(start + ((end - start) * Draws.Part(new Shuffle(key)[scenario])), quarter.Lane, Draws.Mix(key ^ 1));
        }
    }
}
