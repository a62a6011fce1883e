namespace LostFound.Matching.Lexicon;

/// <summary>What a word that no table has may still mean: two known words in one, or one known word mistyped.</summary>
internal sealed class WordGuesses(LanguageTable table)
{
    private const int ShortestCompoundPart = 4;
    private const int ShortestCompoundTail = 3;

    // Among thousands of terms in a language some shorter one is always a letter away: "marido" is no "marino".
    private const int ShortestWithWrongLetter = 7;

    // Trying every cut is quadratic, and nobody writes a word this long but to see what happens.
    private const int LongestCompound = 40;

    private readonly Dictionary<(char First, int Length), List<string>> _byShape =
        table.ExactTerms.Where(term => term.Length >= EditDistance.ShortestForgiven && !term.Contains(' ', StringComparison.Ordinal))
            .GroupBy(term => (term[0], term.Length))
            .ToDictionary(terms => terms.Key, terms => terms.ToList());

    /// <summary>The concepts guessed; empty when there is no good guess.</summary>
    public Concept[] Of(string word)
    {
        var parts = Compound(word);
        return parts.Length == 0 && word.Length >= EditDistance.ShortestForgiven ? Misspelt(word) : parts;
    }

    /// <summary>The concepts of the two halves of a German or Dutch compound; empty unless both halves are known.</summary>
    private Concept[] Compound(string word)
    {
        if (table.Language is not ("de" or "nl") || word.Length > LongestCompound)
            return [];
        for (var cut = word.Length - ShortestCompoundTail; cut >= ShortestCompoundPart; cut--)
        {
            var head = table.Word(word[..cut]);
            var tail = head.Length == 0 ? head : table.Word(word[cut..]);
            if (tail.Length > 0)
                return [.. head, .. tail];
        }
        return [];
    }

    /// <summary>A wrong letter makes another word more easily than a missing, doubled or swapped one.</summary>
    private static bool IsLikelyAnotherWord(string word, string term) =>
        word.Length < ShortestWithWrongLetter && word.Length == term.Length && !word.Order().SequenceEqual(term.Order());

    /// <summary>The concepts of the one term that a word misses by a slip; empty when none or when two would do.</summary>
    private Concept[] Misspelt(string word)
    {
        Concept[] found = [];
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var term in _byShape.GetValueOrDefault((word[0], length)) ?? [])
            {
                if (!EditDistance.IsOneSlip(word, term) || IsLikelyAnotherWord(word, term))
                    continue;
                var meant = table.Word(term);
                if (found.Length > 0 && !found.SequenceEqual(meant))
                    return [];
                found = meant;
            }
        }
        return found;
    }
}
