namespace LostFound.Matching.Fitting;

/// <summary>A part of the evidence that can be left out, to see what it is worth.</summary>
public sealed class Ablation
{
    private static readonly string[] ConceptParts =
        [nameof(WordWeights.ConceptRarity), nameof(WordWeights.EachOnlyInClaim), nameof(WordWeights.EachOnlyInItem)];

    private readonly Func<WeightName, bool> _silences;

    private Ablation(string name, Func<WeightName, bool> silences) => (Name, _silences) = (name, silences);

    /// <summary>Such as "no place or time".</summary>
    public string Name { get; }

    /// <summary>Every part that the model has evidence of.</summary>
    /// <param name="model">Comparisons it has no levels for aren't offered.</param>
    public static IReadOnlyList<Ablation> Of(MatchingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var parts = new List<Ablation>
        {
            new("no concepts in words", name => name.IsWords && ConceptParts.Contains(name.Part, StringComparer.Ordinal)),
            new("no words at all", name => name.IsWords),
            Without("no place or time", "place", "time"),
            Without("no kind", "kind"),
            Without("no colours", "colours"),
            Without("no brand", "brand"),
        };
        if (model.Levels.ContainsKey("photo"))
            parts.Add(Without("no photo", "photo"));
        return parts;
    }

    /// <summary>The model without this part, the other weights as they are.</summary>
    /// <param name="model">Stays unchanged.</param>
    public MatchingModel Apply(MatchingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return WeightName.Put(model, WeightName.AllOf(model).Where(_silences).Select(name => (name, 0.0)));
    }

    internal bool Silences(WeightName name) => _silences(name);

    private static Ablation Without(string name, params string[] comparisons) =>
        new(name, weight => comparisons.Contains(weight.Comparison, StringComparer.Ordinal));
}
