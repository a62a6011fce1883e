namespace LostFound.Matching.Lexicon;

/// <summary>
/// Light stemming: just enough that plural, gender and case endings don't hide a word. It need not give real
/// words, only the same result for the lexicon's form and the guest's.
/// </summary>
internal static class Stemmer
{
    private static readonly string[] German = ["ern", "en", "er", "es", "em", "e", "n", "s"];
    private static readonly string[] Dutch = ["tjes", "tje", "jes", "je", "en", "e", "s"];
    private static readonly string[] ArabicPrefixes = ["وال", "بال", "لل", "ال"];
    private static readonly string[] ArabicSuffixes = ["ات", "ها", "ين", "ه", "ي"];

    /// <summary>The stem of a normalised word in a language; words too short to lose an ending come back whole.</summary>
    public static string Stem(string word, string language) => language switch
    {
        "es" or "pt" or "it" => Romance(word),
        "fr" => French(word),
        "de" => StripOne(word, German, 4),
        "nl" => StripOne(word, Dutch, 3),
        "ar" => Arabic(word),
        _ => English(word),
    };

    private static string English(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && EndsWithSibilantPlural(word))
            return word[..^2];
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)
            ? word[..^1]
            : word;
    }

    private static bool EndsWithSibilantPlural(string word) =>
        word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
        || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal);

    private static string Romance(string word)
    {
        var stem = word.Length > 4 && word.EndsWith('s') ? word[..^1] : word;
        return stem.Length > 4 && stem[^1] is 'o' or 'a' or 'e' or 'i' ? stem[..^1] : stem;
    }

    private static string French(string word)
    {
        var stem = word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;
        return stem.Length > 4 && stem.EndsWith('e') ? stem[..^1] : stem;
    }

    private static string Arabic(string word)
    {
        foreach (var prefix in ArabicPrefixes)
        {
            if (word.Length - prefix.Length >= 3 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                word = word[prefix.Length..];
                break;
            }
        }
        return StripOne(word, ArabicSuffixes, 3);
    }

    private static string StripOne(string word, string[] endings, int shortestStem)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= shortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return word;
    }
}
