using LostFound.Matching.Comparisons;
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
    private readonly ItemCounts _counts;
    private readonly Dictionary<string, PreparedItem> _items = new(StringComparer.Ordinal);
    private readonly IComparison[] _comparisons;
    private PreparedClaim? _claim; // pairs come claim by claim, so the last one is worth keeping

    public PairReader(MatchingModel model, DecisionSet decisions)
    {
        _model = model;
        _scorer = new Scorer(model, decisions.Places);
        _comparisons = [new KindComparison(), new ColourComparison(), new BrandComparison(), new PlaceComparison(decisions.Places), new TimeComparison()];
        _counts = ItemCounts.None(model.PseudoItems);
        foreach (var item in decisions.Items)
        {
            var prepared = new PreparedItem(item, model.StaffLanguage);
            _items[item.Id] = prepared;
            _counts = _counts.With(prepared);
        }
    }

    /// <summary>What the pair has; null when it is impossible or the item isn't held.</summary>
    public IReadOnlyList<Feature>? Extract(LossClaim claim, string itemId)
    {
        if (!_items.TryGetValue(itemId, out var item) || _scorer.IsImpossible(claim, item.Item))
            return null;
        if (_claim is null || !ReferenceEquals(_claim.Claim, claim))
            _claim = new PreparedClaim(claim, _counts);
        var features = new List<Feature>((2 * _comparisons.Length) + 5);
        foreach (var comparison in _comparisons)
        {
            var finding = comparison.Compare(_claim, item);
            features.Add(new Feature(new WeightName(comparison.Name, finding.Level), 1));
            features.Add(new Feature(new WeightName(comparison.Name, WeightName.RarityPart), finding.Rarity));
        }
        var tally = WordsComparison.Compare(_claim, item, _model.Words.TypoShare);
        AddWord(nameof(WordWeights.ConceptRarity), tally.ConceptRarity);
        AddWord(nameof(WordWeights.WordRarity), tally.WordRarity);
        AddWord(nameof(WordWeights.EachAgreement), tally.Agreements);
        AddWord(nameof(WordWeights.EachOnlyInClaim), tally.OnlyInClaim);
        AddWord(nameof(WordWeights.EachOnlyInItem), tally.OnlyInItem);
        features.RemoveAll(feature => feature.Value == 0);
        return features;

        void AddWord(string weight, double value) => features.Add(new Feature(new WeightName(WeightName.Words, weight), value));
    }

    /// <summary>log2 odds of a pair before anything is compared, were this share of the claims to have their item here.</summary>
    public static double PriorBits(MatchingModel model, int items, double matchShare) =>
        new Scorer(model with { ExpectedMatchShare = matchShare }, new PlaceMap([])).PriorBits(items);
}
