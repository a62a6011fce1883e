using System.Collections.Frozen;

namespace LostFound.Matching.Lexicon;

/// <summary>How far two colours are apart, as people name them rather than as instruments measure them.</summary>
internal enum ColourDistance
{
    /// <summary>One key.</summary>
    Same,

    /// <summary>Two people may well name the same thing by either (navy, blue).</summary>
    Near,

    /// <summary>Possible in bad light (navy, purple).</summary>
    Related,

    /// <summary>Different things.</summary>
    Far,
}

/// <summary>Which categories and colours people take for one another.</summary>
internal static class Relations
{
    private static readonly Dictionary<string, List<string>> Data = LexiconData.Relations();
    private static readonly FrozenSet<(string, string)> Confusable = Pairs("confusableKinds");
    private static readonly FrozenDictionary<string, int> ColourNumbers = Keys("nearColours").Union(Keys("relatedColours"), StringComparer.Ordinal)
        .Select((colour, number) => (colour, number)).ToFrozenDictionary(entry => entry.colour, entry => entry.number, StringComparer.Ordinal);

    /// <summary>Every colour that is near or related to another.</summary>
    public static IEnumerable<string> Colours => ColourNumbers.Keys;

    // A table, since a search compares thousands of colour pairs.
    private static readonly ColourDistance[,] ColourDistances = Distances();

    public static bool AreConfusable(string kind, string other) => Confusable.Contains((kind, other));

    public static ColourDistance Between(string colour, string other)
    {
        if (string.Equals(colour, other, StringComparison.Ordinal))
            return ColourDistance.Same;
        return ColourNumbers.TryGetValue(colour, out var one) && ColourNumbers.TryGetValue(other, out var two)
            ? ColourDistances[one, two]
            : ColourDistance.Far;
    }

    private static ColourDistance[,] Distances()
    {
        var distances = new ColourDistance[ColourNumbers.Count, ColourNumbers.Count];
        for (var one = 0; one < ColourNumbers.Count; one++)
        {
            for (var two = 0; two < ColourNumbers.Count; two++)
                distances[one, two] = one == two ? ColourDistance.Same : ColourDistance.Far;
        }
        foreach (var (list, distance) in new[] { ("relatedColours", ColourDistance.Related), ("nearColours", ColourDistance.Near) })
        {
            foreach (var (one, two) in Pairs(list))
                distances[ColourNumbers[one], ColourNumbers[two]] = distance;
        }
        return distances;
    }

    private static IEnumerable<string> Keys(string list) => Data[list].SelectMany(LexiconData.Cell);

    private static FrozenSet<(string, string)> Pairs(string list) =>
        (from cell in Data[list]
         let keys = LexiconData.Cell(cell)
         from key in keys
         from other in keys
         where !string.Equals(key, other, StringComparison.Ordinal)
         select (key, other)).ToFrozenSet();
}
