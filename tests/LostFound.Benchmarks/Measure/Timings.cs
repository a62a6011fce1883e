namespace LostFound.Benchmarks.Measure;

/// <summary>Single writes into the full index, in milliseconds.</summary>
internal sealed record Writes(double P50Ms, double P99Ms, double LongestMs);

/// <summary>How long each of many like operations took.</summary>
internal sealed class Timings
{
    private readonly List<double> _milliseconds = [];
    private bool _sorted = true;

    public int Count => _milliseconds.Count;

    public Writes AsWrites() => new(Percentile(0.5), Percentile(0.99), Percentile(1));

    public void Add(TimeSpan took)
    {
        _milliseconds.Add(took.TotalMilliseconds);
        _sorted = false;
    }

    /// <summary>
    /// Milliseconds that this share of the operations did not exceed: the smallest measured value with at least that share
    /// at or below it (nearest rank), so always one that occurred, and with few values the larger one.
    /// </summary>
    /// <param name="share">More than 0, at most 1.</param>
    public double Percentile(double share)
    {
        if (!_sorted)
            _milliseconds.Sort();
        _sorted = true;
        // A share such as 0.99 has no exact binary form: 0.99 × 100 must not become rank 100.
        var rank = (int)Math.Ceiling(share * Count - 1e-9);
        return _milliseconds[Math.Clamp(rank, 1, Count) - 1];
    }
}
