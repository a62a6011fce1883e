namespace LostFound.Web.Languages;

/// <summary>
/// Which form of a sentence goes with a whole number: the cardinal rules of Unicode CLDR 46
/// (common/supplemental/plurals.xml) for our languages, without what they say of fractions and of "1M".
/// </summary>
public static class PluralRule
{
    public const string Other = "other";

    /// <summary>All names of forms, in CLDR's order.</summary>
    public static readonly IReadOnlyList<string> Forms = ["zero", "one", "two", "few", "many", Other];

    public static string FormOf(string language, long n)
    {
        var count = Math.Abs(n);
        return language switch
        {
            "ja" or "zh-Hans" or "ko" => Other,
            "ar" => Arabic(count),
            "fr" => count <= 1 ? "one" : MillionsOrOther(count),
            "es" or "it" or "pt" => count == 1 ? "one" : MillionsOrOther(count),
            _ => count == 1 ? "one" : Other,
        };
    }

    /// <summary>The forms that a text with a number has to have. No guest ever reads of a round million things.</summary>
    public static IReadOnlyList<string> NeededIn(string language) =>
        [.. Forms.Intersect(Enumerable.Range(0, 1000).Select(n => FormOf(language, n)), StringComparer.Ordinal)];

    private static string MillionsOrOther(long count) => count != 0 && count % 1_000_000 == 0 ? "many" : Other;

    private static string Arabic(long count) => (count, count % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => Other,
    };
}
