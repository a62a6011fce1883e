namespace LostFound.Matching.Lexicon;

/// <summary>Turns a venue's terms into entries like those of the tables.</summary>
internal static class VenueEntries
{
    // The catch-all says nothing about a thing, and "something else" stands in many a description.
    private const string CatchAll = "other";

    private static readonly string[] Separators = [",", "/", ";", "·"];
    private static readonly string[] EnglishSeparators = [.. Separators, " or "];

    /// <summary>The venue's entries, those of one key together.</summary>
    public static List<LexiconEntry> Of(IEnumerable<VenueTerm> terms) =>
        [.. terms.Where(term => !string.Equals(term.Key, CatchAll, StringComparison.Ordinal) && term.Key.Length > 0)
            .GroupBy(term => new Concept(term.Key, KindOf(term.Kind)))
            .Select(group => new LexiconEntry(group.Key, Names(group)))];

    private static Dictionary<string, string[]> Names(IGrouping<Concept, VenueTerm> group) =>
        group.SelectMany(term => Alternatives(term).Select(name => (Language: term.Language ?? LexiconData.AnyLanguage, Name: name)))
            .Concat(WordsOf(group.Key))
            .GroupBy(name => name.Language, name => name.Name, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => names.Distinct(StringComparer.OrdinalIgnoreCase).ToArray(), StringComparer.Ordinal);

    private static string[] Alternatives(VenueTerm term) =>
        term.Name.Split(term.Language is null or "en" ? EnglishSeparators : Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A key of one word adds nothing that the name doesn't have, and for a place it is often only the sort of place:
    /// "bakery" is the key of "Crumb and Co", yet not every bakery is.
    /// </summary>
    private static IEnumerable<(string Language, string Name)> WordsOf(Concept concept) =>
        concept.Kind != ConceptKind.Place || concept.Id.Contains('-', StringComparison.Ordinal)
            ? [(LexiconData.AnyLanguage, concept.Id.Replace('-', ' '))]
            : [];

    private static ConceptKind KindOf(VenueTermKind kind) => kind switch
    {
        VenueTermKind.Category => ConceptKind.Thing,
        VenueTermKind.Colour => ConceptKind.Colour,
        VenueTermKind.Place => ConceptKind.Place,
    };
}
