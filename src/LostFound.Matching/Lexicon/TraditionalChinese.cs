using System.Collections.Frozen;

namespace LostFound.Matching.Lexicon;

/// <summary>
/// Reads traditional Chinese by the simplified terms of the tables. Character by character, for the characters that
/// the tables use: what Taiwan and Hong Kong call by other words is in the tables by those words.
/// </summary>
internal static class TraditionalChinese
{
    private static readonly FrozenDictionary<char, char> Simplified = Pairs();

    public static string ToSimplified(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') < 0
            ? text
            : string.Create(text.Length, text, static (folded, original) =>
            {
                for (var at = 0; at < original.Length; at++)
                    folded[at] = Simplified.TryGetValue(original[at], out var simplified) ? simplified : original[at];
            });

    private static FrozenDictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        foreach (var pair in LexiconData.TraditionalPairs().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            pairs.Add(pair[0], pair[1]);
        return pairs.ToFrozenDictionary();
    }
}
