namespace LostFound.Matching.Lexicon;

/// <summary>The names that the hand-kept tables know, for lists to choose from and to search while typing.</summary>
public static class LexiconNames
{
    /// <summary>Names of each kind of thing in all eleven languages, by category key; the usual ones first within a language.</summary>
    /// <param name="perLanguage">At most so many of each language, from 1: the tables also hold rare ones.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds(int perLanguage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perLanguage, 1);
        return Entries(ConceptKind.Thing)
            .GroupBy(entry => entry.Concept.Id, StringComparer.Ordinal)
            .ToDictionary(
                entries => entries.Key,
                IReadOnlyList<string> (entries) => [.. entries.SelectMany(entry => entry.Terms.Values).SelectMany(terms => terms.Take(perLanguage)).Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal);
    }

    /// <summary>Spellings of each brand by its id, common misspellings and other scripts included; the id is in lower case.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Brands() =>
        Entries(ConceptKind.Brand)
            .GroupBy(entry => entry.Concept.Id, StringComparer.Ordinal)
            .ToDictionary(
                entries => entries.Key,
                IReadOnlyList<string> (entries) => [.. entries.SelectMany(entry => entry.Terms.Values).SelectMany(terms => terms).Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal);

    private static IEnumerable<LexiconEntry> Entries(ConceptKind kind) => LexiconData.HandKept().Where(entry => entry.Concept.Kind == kind);
}
