namespace LostFound.Queueing;

/// <summary>What many scenarios say together.</summary>
internal static class Quantiles
{
    /// <summary>Median, ninetieth percentile and mean.</summary>
    /// <param name="seconds">One value a scenario; sorted in place.</param>
    public static WaitEstimate Of(Span<double> seconds)
    {
        var sum = 0.0;
        foreach (var value in seconds)
            sum += value;
        var mean = sum / seconds.Length;
        seconds.Sort();
        return new WaitEstimate(At(seconds, 0.5), At(seconds, 0.9)) { Mean = Whole(mean) };
    }

    private static TimeSpan At(Span<double> sorted, double part)
    {
        var at = part * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Whole(sorted[below] + ((at - below) * (sorted[above] - sorted[below])));
    }

    /// <summary>Whole seconds: no estimate is better than that.</summary>
    private static TimeSpan Whole(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds));
}
