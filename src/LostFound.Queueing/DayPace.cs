namespace LostFound.Queueing;

/// <summary>
/// How much whole days differ in pace, and what today's first guests say about today: a normal shift of all logarithms,
/// its variance over days by the method of moments, today's share of it by the usual normal-normal update.
/// </summary>
/// <param name="Variance">Variance of a day's shift of the logarithm.</param>
internal sealed record DayPace(double Variance)
{
    /// <summary>Days differ by some 5 % before any were compared, and that counts for this many days.</summary>
    private const double UsualWeight = 5;

    public static DayPace Usual { get; } = new(0.0025);

    public static DayPace Of(IEnumerable<ServiceSample> samples, ServiceTimes times)
    {
        var days = samples.GroupBy(sample => sample.StartedAt.Date).Select(day => Summed(day, times)).Where(day => day.Count > 0).ToList();
        if (days.Count < 2)
            return Usual;
        // Each day's mean differs by the pace and by chance; taking chance away leaves the pace.
        var moments = days.Average(day => Math.Pow(day.Sum / day.Precision, 2) - (1 / day.Precision));
        return new DayPace(((UsualWeight * Usual.Variance) + (days.Count * Math.Max(0, moments))) / (UsualWeight + days.Count));
    }

    /// <summary>Today's shift of the logarithm, and its standard error.</summary>
    public (double Shift, double Error) Today(IEnumerable<ServiceSample> today, ServiceTimes times)
    {
        var (sum, precision, _) = Summed(today, times);
        var total = precision + (1 / Variance);
        return (sum / total, Math.Sqrt(1 / total));
    }

    private static (double Sum, double Precision, int Count) Summed(IEnumerable<ServiceSample> samples, ServiceTimes times)
    {
        var (sum, precision, count) = (0.0, 0.0, 0);
        foreach (var sample in samples)
        {
            var time = times.For(sample.Lane, times.HourOf(sample.StartedAt));
            sum += time.Spreads(sample.Took) / time.LogSpread;
            precision += 1 / (time.LogSpread * time.LogSpread);
            count++;
        }
        return (sum, precision, count);
    }
}
