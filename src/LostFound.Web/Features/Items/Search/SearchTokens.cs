using System.Text;
using LostFound.Matching.Lexicon;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Items.Search;

/// <summary>Text as the search index keeps it and as it is asked for: both must cut words alike.</summary>
internal static class SearchTokens
{
    /// <summary>
    /// The words of a text, normalised. Where a script has no spaces every character stands alone, so that a word in
    /// the middle is found as well; such a stretch comes as one entry with spaces between its characters.
    /// </summary>
    public static List<string> Of(params IEnumerable<string?> texts)
    {
        var tokens = new List<string>();
        var current = new StringBuilder();
        var inRun = false;
        foreach (var character in SearchText.Normalise(texts))
        {
            var isRun = IsWithoutSpaces(character);
            if (isRun != inRun || !(char.IsLetter(character) || char.IsNumber(character)))
                End();
            inRun = isRun;
            if (char.IsLetter(character) || char.IsNumber(character))
                current.Append(isRun && current.Length > 0 ? " " : "").Append(character);
        }
        End();
        return tokens;

        void End()
        {
            if (current.Length > 0)
                tokens.Add(current.ToString());
            current.Clear();
        }
    }

    /// <summary>A key as one word, whatever characters it has.</summary>
    /// <param name="kind">The letter that says of what; 0007_item_search.sql lists them.</param>
    /// <param name="key">As it stands in the item's row.</param>
    public static string Facet(char kind, string key) => kind + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key));

    /// <summary>A meaning as one word.</summary>
    public static string Facet(Concept concept) => Facet('m', $"{concept.Kind}:{concept.Id}");

    /// <summary>Han and kana. Korean has spaces, and what hangs on its words hangs behind them.</summary>
    private static bool IsWithoutSpaces(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007';
}
