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
    // Gains of single words are not rounded before they are added up, the words' contribution is.
    private const float Slack = 0.01f;

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
        foreach (var (segment, time) in segments)
            new SegmentSearch(segment, rows.Version, probe, best, words.AsSpan(0, segment.Count)).Run(time);
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

    private readonly ref struct SegmentSearch(Segment segment, int version, Probe probe, BestRows best, Span<float> words)
    {
        private readonly Span<float> _words = words;

        public void Run(float time)
        {
            AddUpWords();
            var exact = probe.TimeOfAll(segment);
            foreach (var run in segment.Runs)
            {
                if (!float.IsNaN(exact))
                    Weigh(run, exact, exact);
                else if (probe.KnowsTimeByBeginning)
                    WeighByTime(run);
                else
                    Weigh(run, float.NaN, time);
            }
        }

        /// <summary>The rows of a run lie in order of time, so it falls into stretches that are equal in that.</summary>
        private void WeighByTime(Run run)
        {
            for (var start = run.Start; start < run.End;)
            {
                var time = probe.TimeBits(segment.Time(start));
                var end = start + 1;
                while (end < run.End && probe.TimeBits(segment.Time(end)).Equals(time))
                    end++;
                if (!float.IsNegativeInfinity(time))
                    Weigh(run with { Start = start, End = end }, time, time);
                start = end;
            }
        }

        /// <param name="run">Rows of one category.</param>
        /// <param name="time">Bits of the time of all of them; not a number when they differ.</param>
        /// <param name="timeBound">The most that their time is worth.</param>
        private void Weigh(Run run, float time, float timeBound)
        {
            var needed = best.Floor - (probe.KindBound(run.Group) + timeBound + probe.ColoursAndPlacesBound + probe.BrandsBound) - Slack;
            if (needed > probe.WordsLimit)
                return;
            if (needed <= -probe.WordsLimit)
                WeighAll(run, time);
            else
                WeighWhere(run, time, needed);
        }

        /// <summary>
        /// For each row, what its words are worth at most. Each shared feature takes back what a lone one costs, in
        /// full; really it takes back less (<see cref="Comparisons.WordsComparison.Tally.Silence"/>), so this is a bound.
        /// </summary>
        private void AddUpWords()
        {
            var silences = segment.Silences.AsSpan();
            var each = new Vector<float>(probe.EachOnlyInRow);
            var alone = new Vector<float>(probe.WordsAlone);
            var at = 0;
            for (; at <= _words.Length - Vector<float>.Count; at += Vector<float>.Count)
                (alone + (each * new Vector<float>(silences[at..]))).CopyTo(_words[at..]);
            for (; at < _words.Length; at++)
                _words[at] = probe.WordsAlone + (probe.EachOnlyInRow * silences[at]);
            foreach (var (term, gain) in probe.Gains)
            {
                foreach (var row in segment.RowsWith(term))
                    _words[row] += gain;
            }
        }

        private void WeighAll(Run run, float time)
        {
            for (var row = run.Start; row < run.End; row++)
                Weigh(run.Group, row, time);
        }

        private void WeighWhere(Run run, float time, float needed)
        {
            var threshold = new Vector<float>(needed);
            var row = run.Start;
            for (; row <= run.End - Vector<float>.Count; row += Vector<float>.Count)
            {
                if (!Vector.GreaterThanOrEqualAny(new Vector<float>(_words[row..]), threshold))
                    continue;
                for (var at = row; at < row + Vector<float>.Count; at++)
                {
                    if (_words[at] >= needed)
                        Weigh(run.Group, at, time);
                }
            }
            for (; row < run.End; row++)
            {
                if (_words[row] >= needed)
                    Weigh(run.Group, row, time);
            }
        }

        /// <summary>Cheapest first: what most rows share is soon worked out, and few rows come to the end.</summary>
        private void Weigh(int group, int row, float time)
        {
            var known = probe.Colours[segment.Colours(row)] + probe.Places[segment.Place(row)]
                + (float.IsNaN(time) ? probe.TimeBits(segment.Time(row)) : time);
            var bound = known + Math.Clamp(_words[row], -probe.WordsLimit, probe.WordsLimit) + Slack;
            if (bound + probe.KindBound(group) + probe.BrandsBound < best.Floor || !segment.IsAlive(row, version))
                return;
            var kind = probe.Kinds[segment.Kind(row)];
            var brand = segment.Brand(row);
            if (bound + kind + probe.BrandBound(brand) < best.Floor)
                return;
            var bits = known + kind + probe.BrandAndWords(brand, segment.Terms(row), segment.Features(row));
            if (best.MayHold(bits))
                best.Offer(new Hit(segment.Id(row), bits, segment.Row(group, row)));
        }
    }
}
