using System.Runtime.InteropServices;

namespace LostFound.Matching.Fitting;

/// <summary>Which of a model's numbers a feature is multiplied by.</summary>
/// <param name="Comparison">Such as <c>kind</c>.</param>
/// <param name="Part">The level, or <see cref="RarityPart"/>, or the word weight's property.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightName(string Comparison, string Part)
{
    /// <summary>No level is named so: a level's name is a word.</summary>
    public const string RarityPart = "*";

    public const string Words = Comparisons.WordsComparison.Name;

    private static readonly string[] WordParts =
    [
        nameof(WordWeights.ConceptRarity), nameof(WordWeights.WordRarity), nameof(WordWeights.EachAgreement),
        nameof(WordWeights.EachOnlyInClaim), nameof(WordWeights.EachOnlyInItem),
    ];

    public bool IsRarity => string.Equals(Part, RarityPart, StringComparison.Ordinal);

    public bool IsWords => string.Equals(Comparison, Words, StringComparison.Ordinal);

    /// <summary>Whether it counts features that only one side mentions.</summary>
    public bool IsSilence => IsWords && Part is nameof(WordWeights.EachOnlyInClaim) or nameof(WordWeights.EachOnlyInItem);

    /// <summary>Whether it is a share of a rarity, not bits.</summary>
    public bool IsShare => IsRarity || Part is nameof(WordWeights.ConceptRarity) or nameof(WordWeights.WordRarity);

    /// <summary>The number in a model; 0 for a level it doesn't list, as when scoring.</summary>
    public double In(MatchingModel model) => IsWords ? InWords(model.Words)
        : IsRarity ? model.Rarity.GetValueOrDefault(Comparison)
        : model.Levels.GetValueOrDefault(Comparison)?.GetValueOrDefault(Part) ?? 0;

    /// <summary>Every weight a model lists.</summary>
    public static IEnumerable<WeightName> AllOf(MatchingModel model) =>
        model.Levels.SelectMany(levels => levels.Value.Keys.Select(level => new WeightName(levels.Key, level)))
            .Concat(model.Rarity.Keys.Select(comparison => new WeightName(comparison, RarityPart)))
            .Concat(WordParts.Select(part => new WeightName(Words, part)));

    /// <summary>The model with these numbers in the place of its own.</summary>
    public static MatchingModel Put(MatchingModel model, IEnumerable<(WeightName Name, double Value)> weights)
    {
        var levels = model.Levels.ToDictionary(
            pair => pair.Key, pair => new Dictionary<string, double>(pair.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        var rarity = new Dictionary<string, double>(model.Rarity, StringComparer.Ordinal);
        var words = model.Words;
        foreach (var (name, value) in weights)
        {
            if (name.IsWords)
                words = name.PutIn(words, value);
            else if (name.IsRarity)
                rarity[name.Comparison] = value;
            else if (levels.TryGetValue(name.Comparison, out var known))
                known[name.Part] = value;
            else
                levels[name.Comparison] = new Dictionary<string, double>(StringComparer.Ordinal) { [name.Part] = value };
        }
        return model with
        {
            Levels = levels.ToDictionary(pair => pair.Key, IReadOnlyDictionary<string, double> (pair) => pair.Value, StringComparer.Ordinal),
            Rarity = rarity,
            Words = words,
        };
    }

    private double InWords(WordWeights words) => Part switch
    {
        nameof(WordWeights.ConceptRarity) => words.ConceptRarity,
        nameof(WordWeights.WordRarity) => words.WordRarity,
        nameof(WordWeights.EachAgreement) => words.EachAgreement,
        nameof(WordWeights.EachOnlyInClaim) => words.EachOnlyInClaim,
        nameof(WordWeights.EachOnlyInItem) => words.EachOnlyInItem,
        _ => throw new InvalidOperationException($"There is no word weight {Part}."),
    };

    private WordWeights PutIn(WordWeights words, double value) => Part switch
    {
        nameof(WordWeights.ConceptRarity) => words with { ConceptRarity = value },
        nameof(WordWeights.WordRarity) => words with { WordRarity = value },
        nameof(WordWeights.EachAgreement) => words with { EachAgreement = value },
        nameof(WordWeights.EachOnlyInClaim) => words with { EachOnlyInClaim = value },
        nameof(WordWeights.EachOnlyInItem) => words with { EachOnlyInItem = value },
        _ => throw new InvalidOperationException($"There is no word weight {Part}."),
    };
}
