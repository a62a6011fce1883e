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
    private static readonly FrozenSet<(string, string)> Near = Pairs("nearColours");
    private static readonly FrozenSet<(string, string)> Related = Pairs("relatedColours");

    public static bool AreConfusable(string kind, string other) => Confusable.Contains((kind, other));

    public static ColourDistance Between(string colour, string other)
    {
        if (string.Equals(colour, other, StringComparison.Ordinal))
            return ColourDistance.Same;
        if (Near.Contains((colour, other)))
            return ColourDistance.Near;
        return Related.Contains((colour, other)) ? ColourDistance.Related : ColourDistance.Far;
    }

    private static FrozenSet<(string, string)> Pairs(string list) =>
        (from cell in Data[list]
         let keys = LexiconData.Cell(cell)
         from key in keys
         from other in keys
         where !string.Equals(key, other, StringComparison.Ordinal)
         select (key, other)).ToFrozenSet();
}
