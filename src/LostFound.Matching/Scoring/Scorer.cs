using LostFound.Matching.Comparisons;
using LostFound.Matching.Index;

namespace LostFound.Matching.Scoring;

/// <summary>Adds up what the comparisons find, with a model's weights. Stateless after construction.</summary>
internal sealed class Scorer(MatchingModel model, PlaceMap places)
{
    private readonly IComparison[] _comparisons =
        [new KindComparison(), new ColourComparison(), new BrandComparison(), new PlaceComparison(places), new TimeComparison()];

    public double PriorBits(int items) =>
        Math.Log2(model.ExpectedMatchShare / (1 - model.ExpectedMatchShare)) - Math.Log2(Math.Max(1, items));

    public bool IsImpossible(LossClaim claim, FoundItem item) =>
        TimeComparison.IsImpossible(claim, item, model.EarlyToleranceMinutes);

    /// <summary>
    /// The sum of all contributions without their sentences: what ranking needs. Added in the order of
    /// <see cref="Explain"/>, so that both give the same double to the last bit.
    /// </summary>
    public double Bits(PreparedClaim claim, PreparedItem item, double prior)
    {
        var sum = prior;
        foreach (var comparison in _comparisons)
            sum += Weigh(comparison.Name, comparison.Compare(claim, item));
        return sum + WordBits(WordsComparison.Compare(claim, item, model.Words.TypoShare));
    }

    public MatchScore Explain(PreparedClaim claim, PreparedItem item, double prior)
    {
        var contributions = new List<Contribution>(_comparisons.Length + 1);
        foreach (var comparison in _comparisons)
        {
            var finding = comparison.Compare(claim, item);
            contributions.Add(new Contribution(
                comparison.Name, finding.Level, Weigh(comparison.Name, finding), comparison.Describe(claim, item, finding)));
        }
        var tally = WordsComparison.Compare(claim, item, model.Words.TypoShare);
        contributions.Add(new Contribution(WordsComparison.Name, tally.Level, WordBits(tally), WordsComparison.Describe(claim, item)));
        return new MatchScore(prior, contributions);
    }

    private double Weigh(string comparison, Finding finding)
    {
        var bits = model.Levels.TryGetValue(comparison, out var levels) ? levels.GetValueOrDefault(finding.Level) : 0;
        return Limited(comparison, bits + (model.Rarity.GetValueOrDefault(comparison) * finding.Rarity));
    }

    private double WordBits(WordsComparison.Tally tally) => Limited(WordsComparison.Name, tally.Bits(model.Words));

    private double Limited(string comparison, double bits)
    {
        var limit = model.Limits.GetValueOrDefault(comparison, double.MaxValue);
        return Math.Clamp(bits, -limit, limit);
    }
}
