namespace LostFound.Queueing;

/// <summary>How long a guest was at a counter.</summary>
/// <param name="Lane">What for.</param>
/// <param name="StartedAt">When the guest was called, UTC.</param>
/// <param name="Took">From the call until the counter was free again, the walk to it included.</param>
public sealed record ServiceSample(Lane Lane, DateTime StartedAt, TimeSpan Took);

/// <summary>A log-normal time at the counter.</summary>
/// <param name="Median">Half take longer. Above zero.</param>
/// <param name="LogSpread">Standard deviation of the logarithm; 0.5 is a usual one.</param>
/// <param name="LogError">How far off the median itself may be: standard error of its logarithm.</param>
public readonly record struct ServiceTime(TimeSpan Median, double LogSpread, double LogError = 0)
{
    /// <summary>The mean time.</summary>
    public TimeSpan Mean => Median * Math.Exp(LogSpread * LogSpread / 2);

    /// <summary>How many spreads a measured time lies from the median; a forgotten "done" counts no more than 3.</summary>
    internal double Spreads(TimeSpan took) =>
        Math.Clamp(Math.Log(Math.Max(5, took.TotalSeconds) / Median.TotalSeconds) / LogSpread, -3, 3);

    internal ServiceTime Shifted(double logShift, double logError) =>
        this with { Median = Median * Math.Exp(logShift), LogError = Math.Sqrt((LogError * LogError) + (logError * logError)) };
}

/// <summary>What is believed about a lane before anything was measured.</summary>
/// <param name="Report">Reports.</param>
/// <param name="Collect">Collections.</param>
/// <param name="SecondContact">Second contacts.</param>
/// <param name="Weight">How many measured guests this belief counts for.</param>
public sealed record ServicePrior(ServiceTime Report, ServiceTime Collect, ServiceTime SecondContact, double Weight = 8)
{
    /// <summary>A guess for a desk that has measured nothing: 6, 3 and 7 minutes.</summary>
    public static ServicePrior Usual { get; } = new(
        new ServiceTime(TimeSpan.FromMinutes(6), 0.5),
        new ServiceTime(TimeSpan.FromMinutes(3), 0.5),
        new ServiceTime(TimeSpan.FromMinutes(7), 0.5));

    /// <summary>The belief about one lane.</summary>
    /// <param name="lane">The lane.</param>
    public ServiceTime For(Lane lane) => lane switch
    {
        Lane.Report => Report,
        Lane.Collect => Collect,
        Lane.SecondContact => SecondContact,
    };
}
