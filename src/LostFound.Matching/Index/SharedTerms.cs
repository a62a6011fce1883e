using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Index;

/// <summary>Which of a text's findings the words comparison looks at. Kind, colours and brand have their own.</summary>
internal static class SharedTerms
{
    /// <summary>Features, words, and other things mentioned (gloves in a jacket's pocket), but not the thing itself.</summary>
    public static HashSet<string> Of(Reading text, string? ownCategory)
    {
        var terms = new HashSet<string>(text.Features, StringComparer.Ordinal);
        terms.UnionWith(text.Words);
        foreach (var thing in text.Things)
        {
            if (ownCategory is null || !IsItself(thing, ownCategory))
                terms.Add(ThingTerm(thing));
        }
        return terms;
    }

    /// <summary>Whether a term is a feature concept: one that both sides would be expected to mention.</summary>
    public static bool IsFeature(string term) => term[0] == '#';

    /// <summary>A term as staff should read it.</summary>
    public static string Display(string term) => term.TrimStart('#', '~').Replace('-', ' ');

    private static string ThingTerm(string thing) => "~" + thing;

    private static bool IsItself(string thing, string category) =>
        string.Equals(thing, category, StringComparison.Ordinal) || Relations.AreConfusable(thing, category);
}
