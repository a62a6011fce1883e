using System.Collections.Frozen;
using LostFound.Matching.Comparisons;
using LostFound.Matching.Index;

namespace LostFound.Matching.Scoring;

/// <summary>Adds up what the comparisons find, with a model's weights. Stateless after construction.</summary>
internal sealed class Scorer(MatchingModel model, PlaceMap places)
{
    private readonly Weighed[] _comparisons = Array.ConvertAll<IComparison, Weighed>(
        [new KindComparison(), new ColourComparison(), new BrandComparison(), new PlaceComparison(places), new TimeComparison()],
        comparison => new Weighed(comparison, model));

    private readonly double _wordsLimit = LimitOf(model, WordsComparison.Name);

    /// <summary>
    /// log2 odds that one item among so many is the one, before looking: the expected share, spread evenly over the
    /// items held and the imagined ones. The latter keep a desk that holds three items from taking any of them for
    /// the one just because there is no other.
    /// </summary>
    public double PriorBits(int items)
    {
        var share = model.ExpectedMatchShare / Math.Max(1, items + model.PseudoItems);
        return Math.Log2(share / (1 - share));
    }

    public bool IsImpossible(LossClaim claim, FoundItem item) =>
        TimeComparison.IsImpossible(claim, item, model.EarlyToleranceMinutes);

    /// <summary>
    /// The sum of all contributions without their sentences: what ranking needs. Added in the order of
    /// <see cref="Explain"/>, so that both give the same double to the last bit.
    /// </summary>
    public double Bits(PreparedClaim claim, PreparedItem item, double prior)
    {
        var sum = prior;
        foreach (var weighed in _comparisons)
            sum += weighed.Bits(weighed.Comparison.Compare(claim, item));
        return sum + WordBits(WordsComparison.Compare(claim, item, model.Words.TypoShare));
    }

    public MatchScore Explain(PreparedClaim claim, PreparedItem item, double prior)
    {
        var contributions = new List<Contribution>(_comparisons.Length + 1);
        foreach (var weighed in _comparisons)
        {
            var comparison = weighed.Comparison;
            var finding = comparison.Compare(claim, item);
            contributions.Add(new Contribution(
                comparison.Name, finding.Level, weighed.Bits(finding), comparison.Describe(claim, item, finding)));
        }
        var tally = WordsComparison.Compare(claim, item, model.Words.TypoShare);
        contributions.Add(new Contribution(WordsComparison.Name, tally.Level, WordBits(tally), WordsComparison.Describe(claim, item)));
        return new MatchScore(prior, contributions);
    }

    private static double LimitOf(MatchingModel model, string comparison) =>
        model.Limits.GetValueOrDefault(comparison, double.MaxValue);

    private double WordBits(WordsComparison.Tally tally) => Math.Clamp(tally.Bits(model.Words), -_wordsLimit, _wordsLimit);

    /// <summary>A comparison with its weights looked up once: a query asks for them thousands of times.</summary>
    private sealed class Weighed(IComparison comparison, MatchingModel model)
    {
        private readonly FrozenDictionary<string, double> _levels =
            (model.Levels.GetValueOrDefault(comparison.Name) ?? new Dictionary<string, double>(StringComparer.Ordinal))
                .ToFrozenDictionary(StringComparer.Ordinal);

        private readonly double _rarity = model.Rarity.GetValueOrDefault(comparison.Name);
        private readonly double _limit = LimitOf(model, comparison.Name);

        public IComparison Comparison => comparison;

        public double Bits(Finding finding) =>
            Math.Clamp(_levels.GetValueOrDefault(finding.Level) + (_rarity * finding.Rarity), -_limit, _limit);
    }
}
