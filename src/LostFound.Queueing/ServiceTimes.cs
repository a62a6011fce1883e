namespace LostFound.Queueing;

/// <summary>
/// Measured times at the counter, by lane and hour of the day. Log-normal, as service times at staffed desks are found
/// to be (L. Brown et al., "Statistical Analysis of a Telephone Call Center", JASA 100, 2005). An hour with few samples
/// leans on its lane, a lane with few on the prior: partial pooling with between-hour variance by the method of moments
/// (R. DerSimonian and N. Laird, Controlled Clinical Trials 7, 1986).
/// </summary>
public sealed class ServiceTimes
{
    private readonly Dictionary<Lane, ServiceTime[]> _byHour = [];

    private DayPace _pace = DayPace.Usual;

    private ServiceTimes(TimeZoneInfo zone) => Zone = zone;

    /// <summary>The venue's time zone, in which hours are counted.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Learns from what was measured. The order of samples doesn't matter.</summary>
    /// <param name="samples">What was measured; may be empty. Weeks rather than a day: hours are learned apart.</param>
    /// <param name="prior">What is believed without.</param>
    /// <param name="zone">The venue's time zone; UTC when left out.</param>
    public static ServiceTimes Fit(IEnumerable<ServiceSample> samples, ServicePrior prior, TimeZoneInfo? zone = null)
    {
        var times = new ServiceTimes(zone ?? TimeZoneInfo.Utc);
        var byLane = samples.ToLookup(sample => sample.Lane);
        foreach (var lane in Enum.GetValues<Lane>())
            times._byHour[lane] = LaneFit.Hours([.. byLane[lane]], prior.For(lane), prior.Weight, times.HourOf);
        times._pace = DayPace.Of(byLane.SelectMany(lane => lane), times);
        return times;
    }

    /// <summary>The same for a day that is under way: some days everything takes longer, and the first guests tell.</summary>
    /// <param name="today">What was measured today so far; may be empty. Not to be among the samples of <see cref="Fit"/>.</param>
    public ServiceTimes Today(IEnumerable<ServiceSample> today)
    {
        var (shift, error) = _pace.Today(today, this);
        var times = new ServiceTimes(Zone) { _pace = _pace };
        foreach (var (lane, hours) in _byHour)
            times._byHour[lane] = [.. hours.Select(hour => hour.Shifted(shift, error))];
        return times;
    }

    /// <summary>The time at the counter of one lane in one hour.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="hour">Hour of the day at the venue, 0 to 23.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such hour.</exception>
    public ServiceTime For(Lane lane, int hour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 23);
        return _byHour[lane][hour];
    }

    /// <summary>Hour of the day at the venue.</summary>
    /// <param name="time">A moment, UTC.</param>
    public int HourOf(DateTime time) => TimeZoneInfo.ConvertTimeFromUtc(time, Zone).Hour;
}
