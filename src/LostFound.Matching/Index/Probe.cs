using LostFound.Matching.Scoring;

namespace LostFound.Matching.Index;

/// <summary>
/// One claim asking items, or one item asking claims: what each trait of the other side is worth to it, and no row can
/// be worth more than the bounds say. Bits leave out the prior, which is the same for all. For one query on one thread.
/// </summary>
internal abstract class Probe : IDisposable
{
    private readonly BitsTable _kindBounds;

    protected Probe(Scorer scorer, Traits traits)
    {
        Scorer = scorer;
        Traits = traits;
        WordsLimit = (float)scorer.Words.Limit;
        Kinds = new BitsTable(traits.Kinds.Count, KindBits);
        Colours = new BitsTable(traits.Colours.Count, ColourBits);
        Brands = new BitsTable(traits.Brands.Count, BrandBits);
        Places = new BitsTable(traits.Places.Count, PlaceBits);
        _kindBounds = new BitsTable(traits.Groups.Count, group => KindBoundOf(traits.Groups[group]));
    }

    public BitsTable Kinds { get; }

    public BitsTable Colours { get; }

    public BitsTable Brands { get; }

    public BitsTable Places { get; }

    /// <summary>Colours, photo and place together are never worth more.</summary>
    public float ColoursAndPlacesBound { get; protected init; }

    /// <summary>No brand is worth more.</summary>
    public float BrandsBound { get; protected init; }

    /// <summary>What the words are worth when none agrees and the row has no feature.</summary>
    public float WordsAlone { get; protected init; }

    /// <summary>What a row's lone features add for each unit of <see cref="Segment.Silences"/>.</summary>
    public float EachOnlyInRow { get; protected init; }

    /// <summary>The terms whose presence in a row adds to its words, with the bits they add at most.</summary>
    public List<(int Term, float Gain)> Gains { get; } = [];

    /// <summary>The words' contribution lies between minus this and this.</summary>
    public float WordsLimit { get; }

    protected Scorer Scorer { get; }

    protected Traits Traits { get; }

    public float KindBound(int group) => _kindBounds[group];

    /// <summary>Bits of a row's time; minus infinity when it is impossible.</summary>
    public abstract float TimeBits(Facts.Window time);

    /// <summary>No row of a segment has more bits for its time; minus infinity when all are impossible.</summary>
    public abstract float TimeBound(Segment segment);

    /// <summary>Whether rows whose time begins later never have a smaller <see cref="TimeLevel"/>, so that equal ones lie together.</summary>
    public abstract bool KnowsTimeByBeginning { get; }

    /// <summary>Rows of equal level have equal bits for their time.</summary>
    public abstract int TimeLevel(Facts.Window time);

    /// <summary>Bits of the time of every row of a segment; not a number when they differ.</summary>
    public virtual float TimeOfAll(Segment segment) => float.NaN;

    /// <summary>No row with that brand has more bits for it.</summary>
    public abstract float BrandBound(int brand);

    /// <summary>Bits of brand and words of a row, exactly.</summary>
    public abstract float BrandAndWords(int brand, ReadOnlySpan<int> terms, int features);

    public void Dispose()
    {
        Kinds.Dispose();
        Colours.Dispose();
        Brands.Dispose();
        Places.Dispose();
        _kindBounds.Dispose();
    }

    protected abstract double KindBits(int kind);

    protected abstract double ColourBits(int colours);

    protected abstract double BrandBits(int brand);

    protected abstract double PlaceBits(int place);

    protected abstract double KindBoundOf(string group);

    protected void Gain(int term, double bits)
    {
        if (term >= 0 && bits > 0)
            Gains.Add((term, (float)bits));
    }
}
