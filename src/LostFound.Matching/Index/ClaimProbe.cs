using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Scoring;

namespace LostFound.Matching.Index;

/// <summary>A claim asking which of the items held is its own.</summary>
internal sealed class ClaimProbe : Probe
{
    private readonly ClaimFacts _claim;
    private readonly Rarities _rarities;
    private readonly ClaimTerms _terms;
    private readonly float _named;
    private readonly int[] _spoken;

    public ClaimProbe(ClaimFacts claim, Scorer scorer, Traits traits, Rarities rarities)
        : base(scorer, traits)
    {
        _claim = claim;
        _rarities = rarities;
        _terms = new ClaimTerms(claim.Terms, traits.Terms, scorer, rarities);
        _spoken = [.. claim.Brands.Spoken.List.Select(traits.Terms.Find).Where(term => term >= 0)];
        _named = _spoken.Length == 0 ? float.NegativeInfinity : (float)scorer.BrandBits(claim.Brands, Nameless, spoken: true, rarities);
        var weights = scorer.WordWeights;
        WordsAlone = (float)(weights.EachOnlyInClaim * WordsComparison.Tally.Silence(claim.Terms.FeatureCount));
        EachOnlyInRow = (float)weights.EachOnlyInItem;
        foreach (var (term, isFeature, rarity) in _terms.All)
            Gain(term, (isFeature ? (weights.ConceptRarity * rarity) - weights.EachOnlyInClaim - weights.EachOnlyInItem : weights.WordRarity * rarity) + weights.EachAgreement);
        ColoursAndPlacesBound = (float)(Bounds.OfColours(scorer, claim.Colours.Main, rarities)
            + Bounds.OfPlace(scorer, claim.Places.Count == 0 ? 0 : rarities.Places(claim.Places)));
        BrandsBound = (float)Bounds.OfBrand(scorer, claim.Brands, spoken: _spoken.Length > 0, rarities);
    }

    private static readonly BrandTrait Nameless = new(KeySet.Empty, KeySet.Empty, KeySet.Empty);

    public override bool KnowsTimeByBeginning => true;

    public override int TimeLevel(Window time) =>
        Scorer.IsImpossible(_claim.Lost, time.From) ? -1 : TimeComparison.LevelOf(_claim.Lost, time.From);

    public override float TimeBits(Window time) => Scorer.IsImpossible(_claim.Lost, time.From)
        ? float.NegativeInfinity
        : (float)Scorer.TimeBits(TimeComparison.LevelOf(_claim.Lost, time.From));

    public override float TimeBound(Segment segment)
    {
        // The later the find, the higher the level, so a segment reaches the levels between those of its two ends.
        if (Scorer.IsImpossible(_claim.Lost, segment.Latest))
            return float.NegativeInfinity;
        var last = TimeComparison.LevelOf(_claim.Lost, segment.Latest);
        var bound = float.NegativeInfinity;
        for (var level = TimeComparison.LevelOf(_claim.Lost, segment.Earliest); level <= last; level++)
            bound = Math.Max(bound, (float)Scorer.TimeBits(level));
        return bound;
    }

    public override float TimeOfAll(Segment segment) =>
        !Scorer.IsImpossible(_claim.Lost, segment.Earliest)
        && TimeComparison.LevelOf(_claim.Lost, segment.Earliest) == TimeComparison.LevelOf(_claim.Lost, segment.Latest)
            ? TimeBits(new Window(segment.Latest, segment.Latest))
            : float.NaN;

    public override float BrandBound(int brand) => Math.Max(Brands[brand], _named);

    public override float BrandAndWords(int brand, ReadOnlySpan<int> terms, int features)
    {
        var words = Scorer.WordBits(_terms.Tally(terms, features));
        foreach (var spoken in _spoken)
        {
            if (terms.BinarySearch(spoken) >= 0)
                return (float)(words + Scorer.BrandBits(_claim.Brands, Traits.Brands[brand], spoken: true, _rarities));
        }
        return (float)words + Brands[brand];
    }

    protected override double KindBits(int kind) => Scorer.KindBits(_claim.Kind, Traits.Kinds[kind], _rarities);

    protected override double ColourBits(int colours) => Scorer.ColourBits(_claim.Colours, Traits.Colours[colours], _rarities);

    protected override double BrandBits(int brand) => Scorer.BrandBits(_claim.Brands, Traits.Brands[brand], spoken: false, _rarities);

    protected override double PlaceBits(int place) => Scorer.PlaceBits(_claim.Places, Traits.Places[place], _rarities);

    /// <summary>All that the comparison asks of an item's words is whether they name the claim's own category.</summary>
    protected override double KindBoundOf(string group) => Math.Max(
        Scorer.KindBits(_claim.Kind, new KindTrait(group, KeySet.Empty), _rarities),
        Scorer.KindBits(_claim.Kind, new KindTrait(group, KeySet.Of([_claim.Kind.Category])), _rarities));
}
