using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Scoring;

namespace LostFound.Matching.Index;

/// <summary>An item asking which of the open claims is its owner's.</summary>
internal sealed class ItemProbe : Probe
{
    private readonly ItemFacts _item;
    private readonly Rarities _rarities;
    private readonly Dictionary<int, (int Rank, bool IsFeature, double Rarity)> _agreements = [];
    private readonly float _bestTime;

    public ItemProbe(ItemFacts item, Scorer scorer, Traits traits, Rarities rarities)
        : base(scorer, traits)
    {
        _item = item;
        _rarities = rarities;
        NoteAgreements();
        var weights = scorer.WordWeights;
        WordsAlone = (float)(weights.EachOnlyInItem * WordsComparison.Tally.Silence(item.Terms.FeatureCount));
        EachOnlyInRow = (float)weights.EachOnlyInClaim;
        foreach (var (term, (_, isFeature, rarity)) in _agreements)
            Gain(term, (isFeature ? (weights.ConceptRarity * rarity) - weights.EachOnlyInClaim - weights.EachOnlyInItem : weights.WordRarity * rarity) + weights.EachAgreement);
        _bestTime = (float)Enumerable.Range(0, TimeComparison.Levels.Length).Max(scorer.TimeBits);
        ColoursAndPlacesBound = (float)(Bounds.OfColours(scorer, item.Colours.Chosen, rarities)
            + Bounds.OfPlace(scorer, item.Place.Count == 0 ? 0 : rarities.Places(item.Place)));
        // A claim may state any brand that the item's words name, however rare.
        BrandsBound = (float)scorer.Brand.Limit;
    }

    public override bool KnowsTimeByBeginning => false;

    public override int TimeLevel(Window time) =>
        Scorer.IsImpossible(time, _item.FoundAt) ? -1 : TimeComparison.LevelOf(time, _item.FoundAt);

    public override float TimeBits(Window time) => Scorer.IsImpossible(time, _item.FoundAt)
        ? float.NegativeInfinity
        : (float)Scorer.TimeBits(TimeComparison.LevelOf(time, _item.FoundAt));

    public override float TimeBound(Segment segment) =>
        Scorer.IsImpossible(new Window(segment.Earliest, segment.Earliest), _item.FoundAt) ? float.NegativeInfinity : _bestTime;

    public override float BrandBound(int brand) => Brands[brand];

    public override float BrandAndWords(int brand, ReadOnlySpan<int> terms, int features)
    {
        var tally = new WordsComparison.Tally();
        var shared = 0;
        foreach (var term in terms)
        {
            if (!_agreements.TryGetValue(term, out var agreement))
                continue;
            tally.Agree(agreement.IsFeature, agreement.Rarity);
            shared += agreement.IsFeature ? 1 : 0;
        }
        tally.OnlyInClaim = features - shared;
        tally.OnlyInItem = _item.Terms.FeatureCount - shared;
        return (float)Scorer.WordBits(tally) + Brands[brand];
    }

    protected override double KindBits(int kind) => Scorer.KindBits(Traits.Kinds[kind], _item.Kind, _rarities);

    protected override double ColourBits(int colours) => Scorer.ColourBits(Traits.Colours[colours], _item.Colours, _rarities);

    protected override double BrandBits(int brand)
    {
        var lost = Traits.Brands[brand];
        return Scorer.BrandBits(lost, _item.Brands, BrandComparison.IsSpoken(lost, _item.Terms), _rarities);
    }

    protected override double PlaceBits(int place) => Scorer.PlaceBits(Traits.Places[place], _item.Place, _rarities);

    /// <summary>All that the comparison asks of a claim's words is whether they name the item's category.</summary>
    protected override double KindBoundOf(string group) => Math.Max(
        Scorer.KindBits(new KindTrait(group, KeySet.Empty), _item.Kind, _rarities),
        Scorer.KindBits(new KindTrait(group, KeySet.Of([_item.Kind.Category])), _item.Kind, _rarities));

    /// <summary>
    /// Which terms of a claim agree with the item's: themselves, else as a misspelling of the item's first word in
    /// ordinal order, as <see cref="TermSet.MisspellingOf"/> chooses.
    /// </summary>
    private void NoteAgreements()
    {
        for (var at = 0; at < _item.Terms.Count; at++)
        {
            var term = _item.Terms.Terms[at];
            var number = Traits.Terms.Find(term);
            if (number >= 0)
                _agreements[number] = (-1, TermSet.IsFeature(term), _rarities.Term(number));
            foreach (var slip in Traits.Terms.OneSlipFrom(term))
            {
                if (!_agreements.TryGetValue(slip, out var known) || known.Rank > at)
                    _agreements[slip] = (at, false, Scorer.TypoRarity(_rarities.Term(slip, number)));
            }
        }
    }
}
