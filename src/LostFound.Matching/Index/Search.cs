using System.Buffers;
using System.Numerics;

namespace LostFound.Matching.Index;

/// <summary>A row among the best, with its bits without the prior.</summary>
internal readonly record struct Hit(string Id, float Bits, Row Row);

/// <summary>
/// Finds the best rows exactly, without weighing most of them. Segments come in order of what their time allows. In
/// each, the inverted lists add up what words are worth to every row; then each category's run is skipped to the rows
/// whose words can still lift them over the worst of the best so far, given the most that all else can be worth
/// (the idea of MaxScore: Turtle and Flood, <i>Query evaluation: strategies and optimizations</i>, 1995). Only those few
/// are weighed exactly. Bits are multiples of 1/4096, so bounds and sums have no rounding to mistrust.
/// </summary>
internal static class Search
{
    /// <param name="rows">Where to look.</param>
    /// <param name="probe">Who asks.</param>
    /// <param name="top">Most rows wanted, at least 1.</param>
    /// <param name="floor">Rows with fewer bits are not wanted; minus infinity for all.</param>
    public static List<Hit> Best(Snapshot rows, Probe probe, int top, float floor)
    {
        var best = new BestRows(top, floor);
        for (var at = 0; at < rows.FreshCount; at++)
        {
            if (rows.Fresh.IsAlive(at, rows.Version))
                Weigh(rows.Fresh[at], probe, best);
        }
        var segments = rows.Segments.Select(segment => (Segment: segment, Time: probe.TimeBound(segment)))
            .Where(segment => !float.IsNegativeInfinity(segment.Time)).OrderByDescending(segment => segment.Time);
        var words = ArrayPool<float>.Shared.Rent(rows.Segments.Length == 0 ? 1 : rows.Segments.Max(segment => segment.Count));
        Span<float> known = stackalloc float[Vector<float>.Count];
        foreach (var (segment, time) in segments)
            new SegmentSearch(segment, rows.Version, probe, best, words.AsSpan(0, segment.Count), known).Run(time);
        ArrayPool<float>.Shared.Return(words);
        return best.InOrder();
    }

    private static void Weigh(Row row, Probe probe, BestRows best)
    {
        var bits = probe.TimeBits(row.Time);
        if (float.IsNegativeInfinity(bits))
            return;
        bits += probe.Kinds[row.Kind] + probe.Colours[row.Colours] + probe.Places[row.Place]
            + probe.BrandAndWords(row.Brand, row.Terms, row.Features);
        if (best.MayHold(bits))
            best.Offer(new Hit(row.Id, bits, row));
    }
}
