namespace LostFound.Queueing;

/// <summary>Fits one lane's log-normal times, hour by hour.</summary>
internal static class LaneFit
{
    private const int HoursOfDay = 24;

    /// <summary>Beyond this many spreads from the median a time is a forgotten "done", and counts as if it were this far.</summary>
    private const double FarthestSpreads = 3;

    /// <summary>How much hours differ before any were measured (10 %), and for how many hours that belief counts.</summary>
    private const double UsualHourVariance = 0.01;
    private const double UsualHourWeight = 4;

    public static ServiceTime[] Hours(List<ServiceSample> samples, ServiceTime prior, double weight, Func<DateTime, int> hourOf)
    {
        var logs = Winsorized([.. samples.Select(sample => Math.Log(Math.Clamp(sample.Took.TotalSeconds, 5, 4 * 3600)))]);
        var hours = new (int Count, double Sum)[HoursOfDay];
        for (var at = 0; at < logs.Length; at++)
        {
            var hour = hourOf(samples[at].StartedAt);
            hours[hour] = (hours[hour].Count + 1, hours[hour].Sum + logs[at]);
        }
        var priorMean = Math.Log(prior.Median.TotalSeconds);
        var mean = ((weight * priorMean) + logs.Sum()) / (weight + logs.Length);
        var variance = Variance(samples, logs, hours, prior, weight, hourOf);
        var between = Between(hours, variance);
        var laneError = variance / (weight + logs.Length);
        return [.. hours.Select(hour => Pooled(hour, mean, variance, between, laneError))];
    }

    /// <summary>An hour's own mean, leaning on the lane's the more the fewer samples it has.</summary>
    private static ServiceTime Pooled((int Count, double Sum) hour, double laneMean, double variance, double between, double laneError)
    {
        var precision = (hour.Count / variance) + (1 / between);
        var mean = ((hour.Sum / variance) + (laneMean / between)) / precision;
        var error = Math.Sqrt(1 / ((hour.Count / variance) + (1 / (between + laneError))));
        return new ServiceTime(TimeSpan.FromSeconds(Math.Exp(mean)), Math.Sqrt(variance), error);
    }

    /// <summary>Spread around the hours' own means, pooled with the prior's.</summary>
    private static double Variance(
        List<ServiceSample> samples, double[] logs, (int Count, double Sum)[] hours, ServiceTime prior, double weight, Func<DateTime, int> hourOf)
    {
        var squares = 0.0;
        for (var at = 0; at < logs.Length; at++)
        {
            var (count, sum) = hours[hourOf(samples[at].StartedAt)];
            squares += Math.Pow(logs[at] - (sum / count), 2);
        }
        var freedom = logs.Length - hours.Count(hour => hour.Count > 0);
        return Math.Max(1e-4, ((weight * prior.LogSpread * prior.LogSpread) + squares) / (weight + freedom));
    }

    /// <summary>How much the hours' true means differ (variance of the logarithm).</summary>
    private static double Between((int Count, double Sum)[] hours, double variance)
    {
        var seen = hours.Where(hour => hour.Count > 0).ToList();
        var total = seen.Sum(hour => hour.Count);
        if (seen.Count < 2)
            return UsualHourVariance;
        var mean = seen.Sum(hour => hour.Sum) / total;
        var q = seen.Sum(hour => hour.Count * Math.Pow((hour.Sum / hour.Count) - mean, 2)) / variance;
        var scale = total - (seen.Sum(hour => (double)hour.Count * hour.Count) / total);
        var moments = Math.Max(0, variance * (q - (seen.Count - 1)) / scale);
        return ((UsualHourWeight * UsualHourVariance) + ((seen.Count - 1) * moments)) / (UsualHourWeight + seen.Count - 1);
    }

    private static double[] Winsorized(double[] logs)
    {
        if (logs.Length < 5)
            return logs;
        var median = Median(logs);
        // 1.4826 makes the median deviation of a normal sample its standard deviation.
        var spread = Math.Max(0.1, 1.4826 * Median([.. logs.Select(log => Math.Abs(log - median))]));
        return [.. logs.Select(log => Math.Clamp(log, median - (FarthestSpreads * spread), median + (FarthestSpreads * spread)))];
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
