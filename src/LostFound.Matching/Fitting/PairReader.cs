using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Scoring;

namespace LostFound.Matching.Fitting;

/// <summary>One number that a pair has, and the weight it is multiplied by when scoring.</summary>
internal readonly record struct Feature(WeightName Weight, double Value);

/// <summary>
/// Turns pairs into the numbers that weights are multiplied by. The only part of fitting that knows how pairs are
/// compared; a test holds the sum of its features times a model's weights equal to the matcher's own score.
/// Not for several threads at once.
/// </summary>
internal sealed class PairReader
{
    private readonly MatchingModel _model;
    private readonly Scorer _scorer;
    private readonly FactReader _reader;
    private readonly Rarities _rarities;
    private readonly PlaceMap _places;
    private readonly Dictionary<string, ItemFacts> _items = new(StringComparer.Ordinal);
    private (LossClaim Claim, ClaimFacts Facts)? _last; // pairs come claim by claim, so the last one is worth keeping

    public PairReader(MatchingModel model, DecisionSet decisions)
    {
        _model = model;
        _places = decisions.Places;
        _scorer = new Scorer(model, decisions.Places);
        _reader = new FactReader(decisions.Vocabulary, model.StaffLanguage);
        var (traits, counts) = (new Traits(), new Frequencies());
        foreach (var item in decisions.Items)
        {
            var facts = _reader.Read(item);
            _items[item.Id] = facts;
            counts.Change(traits.RowOf(facts), traits, 1);
        }
        _rarities = new Rarities(counts, traits.Terms, _items.Count, model.PseudoItems);
    }

    /// <summary>What the pair has; null when it is impossible or the item isn't held.</summary>
    public IReadOnlyList<Feature>? Extract(LossClaim claim, string itemId)
    {
        if (_last is not { } last || !ReferenceEquals(last.Claim, claim))
            _last = last = (claim, _reader.Read(claim));
        var lost = last.Facts;
        if (!_items.TryGetValue(itemId, out var item) || _scorer.IsImpossible(lost.Lost, item.FoundAt))
            return null;
        var features = new List<Feature>();
        var spoken = BrandComparison.IsSpoken(lost.Brands, item.Terms);
        Add(KindComparison.Name, KindComparison.Compare(lost.Kind, item.Kind, _rarities));
        Add(ColourComparison.Name, ColourComparison.Compare(lost.Colours, item.Colours, _rarities));
        Add(PhotoComparison.Name, PhotoComparison.Compare(lost.Colours, item.Colours));
        Add(BrandComparison.Name, BrandComparison.Compare(lost.Brands, item.Brands, spoken, _rarities));
        Add(PlaceComparison.Name, PlaceComparison.Compare(lost.Places, item.Place, _places, _rarities));
        Add(TimeComparison.Name, TimeComparison.Compare(lost.Lost, item.FoundAt));
        var tally = WordsComparison.Compare(lost.Terms, item.Terms, _model.Words.TypoShare, _rarities);
        AddWord(nameof(WordWeights.ConceptRarity), tally.ConceptRarity);
        AddWord(nameof(WordWeights.WordRarity), tally.WordRarity);
        AddWord(nameof(WordWeights.EachAgreement), tally.Agreements);
        AddWord(nameof(WordWeights.EachOnlyInClaim), WordsComparison.Tally.Silence(tally.OnlyInClaim));
        AddWord(nameof(WordWeights.EachOnlyInItem), WordsComparison.Tally.Silence(tally.OnlyInItem));
        features.RemoveAll(feature => feature.Value == 0);
        return features;

        void Add(string comparison, Finding finding)
        {
            features.Add(new Feature(new WeightName(comparison, finding.Level), 1));
            features.Add(new Feature(new WeightName(comparison, WeightName.RarityPart), finding.Rarity));
        }

        void AddWord(string weight, double value) => features.Add(new Feature(new WeightName(WeightName.Words, weight), value));
    }

    /// <summary>log2 odds of a pair before anything is compared, were this share of the claims to have their item here.</summary>
    public static double PriorBits(MatchingModel model, int items, double matchShare) =>
        new Scorer(model with { ExpectedMatchShare = matchShare }, new PlaceMap([])).PriorBits(items);
}
