using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>What kind of thing it is. A guest's choice may be wrong, so the words of either side can correct it.</summary>
internal static class KindComparison
{
    public const string Name = "kind";

    /// <summary>What staff choose when nothing fits: it says little against any kind.</summary>
    private const string Unsorted = "other";

    public static Finding Compare(KindTrait claim, KindTrait item, Rarities rarities)
    {
        var category = item.Category;
        var named = claim.Things.Contains(category);
        if (claim.Category.Length == 0)
            return named ? new("named", rarities.Kind(category)) : new("unknown");
        if (string.Equals(claim.Category, category, StringComparison.Ordinal))
            return new("same", rarities.Kind(category));
        if (string.Equals(category, Unsorted, StringComparison.Ordinal))
            return new(item.Things.Contains(claim.Category) ? "named" : "unsorted");
        var related = Relations.AreConfusable(claim.Category, category);
        if (named || item.Things.Contains(claim.Category))
            return related ? new("named", rarities.Kind(category)) : new("mentioned");
        return new(related ? "related" : "differs");
    }

    public static string Describe(KindTrait claim, KindTrait item, Finding finding)
    {
        var found = Plain(item.Category);
        var lost = claim.Category.Length == 0 ? "something else" : Plain(claim.Category);
        return finding.Level switch
        {
            "same" => $"{Capital(lost)} = {found}",
            "named" => $"Reported as {lost}, recorded as {found}, but the words name the same thing",
            "mentioned" => $"Reported as {lost}, recorded as {found}; one is mentioned in the other's words",
            "related" => $"{Capital(lost)} is often taken for {found}",
            "unsorted" => $"Reported as {lost}; staff found no kind for it",
            "differs" => $"{Capital(lost)} is not {found}",
            _ => "The guest wasn't sure what kind of thing it is",
        };
    }

    private static string Plain(string key) => key.Replace('-', ' ');

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
