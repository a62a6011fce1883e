using LostFound.Matching.Comparisons;
using LostFound.Matching.Index;

namespace LostFound.Matching.Scoring;

/// <summary>The weights of one comparison, looked up once: a query asks for them thousands of times.</summary>
internal sealed class ComparisonWeights
{
    /// <summary>No comparison may weigh more, whatever the model says, so that sums stay exact.</summary>
    private const double Most = 64;

    private readonly IReadOnlyDictionary<string, double> _levels;
    private readonly double _rarity;

    public ComparisonWeights(MatchingModel model, string comparison)
    {
        _levels = model.Levels.GetValueOrDefault(comparison) ?? new Dictionary<string, double>(StringComparer.Ordinal);
        _rarity = model.Rarity.GetValueOrDefault(comparison);
        Limit = Math.Min(Most, Math.Abs(model.Limits.GetValueOrDefault(comparison, Most)));
    }

    /// <summary>Most bits either way.</summary>
    public double Limit { get; }

    public double Bits(Finding finding) => Limited(_levels.GetValueOrDefault(finding.Level) + (_rarity * finding.Rarity));

    /// <summary>The most that any of these levels is worth, when what agrees has that much rarity.</summary>
    public double Best(double rarity, params ReadOnlySpan<string> levels)
    {
        var best = double.NegativeInfinity;
        foreach (var level in levels)
            best = Math.Max(best, Bits(new Finding(level, rarity)));
        return best;
    }

    public double Limited(double bits) => Rarities.Rounded(Math.Clamp(bits, -Limit, Limit));
}
