using System.Numerics;
using System.Runtime.Intrinsics;

namespace LostFound.Matching.Index;

/// <summary>Goes through one segment for one query.</summary>
/// <param name="segment">The rows.</param>
/// <param name="version">Which of them are held.</param>
/// <param name="probe">Who asks.</param>
/// <param name="best">The best rows so far.</param>
/// <param name="words">Room for a number a row.</param>
/// <param name="known">Room for a number a lane.</param>
internal readonly ref struct SegmentSearch(Segment segment, int version, Probe probe, BestRows best, Span<float> words, Span<float> known)
{
    // Gains of single words are not rounded before they are added up, the words' contribution is.
    private const float Slack = 0.01f;

    private static readonly int Lanes = Vector<float>.Count;

    private readonly Span<float> _words = words;
    private readonly ReadOnlySpan<float> _colours = probe.Colours.Known;
    private readonly ReadOnlySpan<float> _places = probe.Places.Known;
    private readonly Span<float> _known = known;

    public void Run(float time)
    {
        AddUpWords();
        // The claim's own kinds first: what is good among them spares most of the others.
        Run(time, likely: true);
        Run(time, likely: false);
    }

    private void Run(float time, bool likely)
    {
        var exact = probe.TimeOfAll(segment);
        foreach (var run in segment.Runs)
        {
            if (probe.KindBound(run.Group) >= 0 != likely)
                continue;
            if (!float.IsNaN(exact))
                Weigh(run, exact, exact);
            else if (probe.KnowsTimeByBeginning)
                WeighByTime(run);
            else
                Weigh(run, float.NaN, time);
        }
    }

    /// <summary>The rows of a run lie in order of time, so it falls into stretches of one level.</summary>
    private void WeighByTime(Run run)
    {
        for (var start = run.Start; start < run.End;)
        {
            var level = probe.TimeLevel(segment.Time(start));
            var (same, other) = (start, run.End);
            while (other - same > 1)
            {
                var middle = (same + other) / 2;
                if (probe.TimeLevel(segment.Time(middle)) == level)
                    same = middle;
                else
                    other = middle;
            }
            var time = probe.TimeBits(segment.Time(start));
            if (!float.IsNegativeInfinity(time))
                Weigh(run with { Start = start, End = other }, time, time);
            start = other;
        }
    }

    /// <param name="run">Rows of one category.</param>
    /// <param name="time">Bits of the time of all of them; not a number when they differ.</param>
    /// <param name="timeBound">The most that their time is worth.</param>
    private void Weigh(Run run, float time, float timeBound)
    {
        // What words, colours and place have to reach together, and words alone when the others are at their best.
        var needed = best.Floor - (probe.KindBound(run.Group) + timeBound + probe.BrandsBound) - Slack;
        var ofWords = needed - probe.ColoursAndPlacesBound;
        if (ofWords > probe.WordsLimit)
            return;
        // Everything that stays the same is out of this loop: it is gone through a hundred thousand times a query.
        var (enough, lowest) = (new Vector<float>(Math.Max(ofWords, -probe.WordsLimit)), new Vector<float>(-probe.WordsLimit));
        var words = _words[run.Start..run.End];
        var at = 0;
        for (; at <= words.Length - Lanes; at += Lanes)
        {
            var some = Vector.Max(new Vector<float>(words[at..]), lowest);
            if (Vector.GreaterThanOrEqualAny(some, enough))
                Sift(run.Start + at, run.Group, time, some, needed);
        }
        for (; at < words.Length; at++)
        {
            var most = Math.Max(words[at], -probe.WordsLimit);
            var row = run.Start + at;
            if (most >= ofWords && !(_colours[segment.Colours(row)] + _places[segment.Place(row)] + most < needed))
                Weigh(run.Group, row, time);
        }
    }

    /// <summary>Most rows end here, some at a time: their colours and place looked up, it is clear that they can't be among the best.</summary>
    private void Sift(int first, int group, float time, Vector<float> words, float needed)
    {
        var colourOf = segment.ColourColumn.Slice(first, Lanes);
        var placeOf = segment.PlaceColumn.Slice(first, Lanes);
        Vector<float> known;
        if (Lanes == Vector256<float>.Count)
        {
            // From registers: eight stores read back as one would make the processor wait.
            known = Vector256.Create(
                _colours[colourOf[0]] + _places[placeOf[0]], _colours[colourOf[1]] + _places[placeOf[1]],
                _colours[colourOf[2]] + _places[placeOf[2]], _colours[colourOf[3]] + _places[placeOf[3]],
                _colours[colourOf[4]] + _places[placeOf[4]], _colours[colourOf[5]] + _places[placeOf[5]],
                _colours[colourOf[6]] + _places[placeOf[6]], _colours[colourOf[7]] + _places[placeOf[7]]).AsVector();
        }
        else
        {
            for (var lane = 0; lane < Lanes; lane++)
                _known[lane] = _colours[colourOf[lane]] + _places[placeOf[lane]];
            known = new Vector<float>(_known);
        }
        // A trait not weighed yet is not a number, which is not less than anything.
        var hopeless = Vector.LessThan(known + words, new Vector<float>(needed));
        if (Vector.EqualsAll(hopeless, Vector<int>.AllBitsSet))
            return;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (hopeless[lane] == 0)
                Weigh(group, first + lane, time);
        }
    }

    /// <summary>
    /// For each row, what its words are worth at most. Each shared feature takes back what a lone one costs, in
    /// full; really it takes back less (<see cref="Comparisons.WordsComparison.Tally.Silence"/>), so this is a bound.
    /// </summary>
    private void AddUpWords()
    {
        var step = probe.EachOnlyInRow / Segment.SilenceSteps;
        var (each, alone) = (new Vector<float>(step), new Vector<float>(probe.WordsAlone));
        var silences = segment.Silences.AsSpan();
        var at = 0;
        for (; at <= silences.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(silences[at..]), out var low, out var high);
            Fill(_words[at..], low, each, alone);
            Fill(_words[(at + Vector<ushort>.Count)..], high, each, alone);
        }
        for (; at < silences.Length; at++)
            _words[at] = probe.WordsAlone + (step * silences[at]);
        foreach (var (term, gain) in probe.Gains)
        {
            foreach (var row in segment.RowsWith(term))
                _words[row] += gain;
        }
    }

    private static void Fill(Span<float> words, Vector<ushort> silences, Vector<float> each, Vector<float> alone)
    {
        Vector.Widen(silences, out var low, out var high);
        (alone + (each * Vector.ConvertToSingle(low))).CopyTo(words);
        (alone + (each * Vector.ConvertToSingle(high))).CopyTo(words[Lanes..]);
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
