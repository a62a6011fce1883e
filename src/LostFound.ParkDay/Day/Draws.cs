namespace LostFound.ParkDay.Day;

/// <summary>What a number is drawn for. Each purpose has numbers of its own, so that one more draw here changes nothing there.</summary>
internal enum Purpose
{
    Arrivals,
    Losing,
    HandingIn,
    Leaving,
    Pace,
    Staffing,
    PaperVisits,
    Reporting,
    Matching,
    Collecting,
    Answering,
    Walking,
    Rejoining,
    GivingUp,
    Outage,
    Rating,
    RingingBack,
}

/// <summary>
/// A stream of random numbers for one purpose and one guest. Both desks ask for the same streams, so the same guest is
/// as slow, as patient and as unlucky at either: the desks differ, the day doesn't. SplitMix64 (Steele, Lea and Flood,
/// 2014), written out because .NET promises no fixed sequence for its own generator.
/// </summary>
internal struct Draws
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    public Draws(int seed, Purpose purpose, int subject = 0)
    {
        state = Mix(unchecked((ulong)(uint)seed * Golden + 1));
        state = Mix(state ^ unchecked((ulong)((int)purpose + 1) * 0xD1B54A32D192ED03));
        state = Mix(state ^ unchecked((ulong)((uint)subject + 1) * 0x8CB92BA72F3D8DD7));
    }

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Uniform()
    {
        state = unchecked(state + Golden);
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Chance(double probability) => Uniform() < probability;

    public double Between(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Standard normal (Box and Muller, 1958).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    public TimeSpan Minutes(LogNormal of) => of.At(Normal());

    /// <param name="ratePerHour">Expected events an hour.</param>
    public TimeSpan Exponential(double ratePerHour) => TimeSpan.FromHours(-Math.Log(1 - Uniform()) / ratePerHour);

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}

/// <summary>Minutes that are log-normal, as service times measured at counters are.</summary>
/// <param name="Median">Minutes.</param>
/// <param name="Sigma">Standard deviation of the logarithm.</param>
internal readonly record struct LogNormal(double Median, double Sigma)
{
    /// <summary>The time of somebody who is <paramref name="normal"/> standard deviations slower than the median.</summary>
    public TimeSpan At(double normal) => TimeSpan.FromMinutes(Median * Math.Exp(Sigma * normal));
}
