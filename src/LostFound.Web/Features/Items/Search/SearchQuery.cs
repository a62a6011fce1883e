using LostFound.Matching.Lexicon;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Items.Search;

/// <summary>A search as expressions of the full-text index (FTS5), the words as typed and what else they may mean.</summary>
/// <param name="Literal">Every word, or the beginning of one, stands there; null when nothing limits the list.</param>
/// <param name="Meaning">The same things named in other words or languages; null when the words have no known meaning.</param>
/// <param name="Words">What was looked for, word by word.</param>
internal sealed record SearchQuery(string? Literal, string? Meaning, IReadOnlyList<string> Words)
{
    /// <summary>More days than these are asked for by the month; the rows themselves decide at the edges.</summary>
    private const int MostSingleDays = 40;

    public static SearchQuery Of(ItemSearch search, VenueConfig venue, Vocabulary vocabulary)
    {
        var words = SearchTokens.Of(search.Words).Take(ItemLimits.SearchWords).ToList();
        var facets = FacetsOf(search, venue);
        var literal = LiteralOf(search.Words, words);
        return new SearchQuery(
            All([.. facets, literal]),
            MeaningOf(words, vocabulary) is { } meaning ? All([.. facets, meaning]) : null,
            words);
    }

    private static List<string?> FacetsOf(ItemSearch search, VenueConfig venue)
    {
        var facets = new List<string?>();
        foreach (var (kind, key) in new[] { ('k', search.Category), ('c', search.Colour), ('p', search.Place), ('b', search.Bin), ('s', search.Status?.ToString() ?? "") })
        {
            if (key.Length > 0)
                facets.Add(In("Facets", SearchTokens.Facet(kind, key)));
        }
        if (DaysOf(search, venue) is { } days)
            facets.Add(days);
        return facets;
    }

    /// <summary>The days or months in UTC that the local days touch; null without both ends near enough to name.</summary>
    private static string? DaysOf(ItemSearch search, VenueConfig venue)
    {
        if (search.Between(venue) is not { From: { } from, To: { } to } || to < from)
            return null;
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to));
        var marks = last.DayNumber - first.DayNumber <= MostSingleDays
            ? Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).Select(day => $"\"d{day:yyyyMMdd}\"")
            : Months(first, last).Select(month => $"\"d{month:yyyyMM}\" *");
        return $"Facets : ({string.Join(" OR ", marks)})";
    }

    private static IEnumerable<DateOnly> Months(DateOnly first, DateOnly last)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            yield return month;
    }

    private static string? LiteralOf(string typed, List<string> words)
    {
        if (words.Count == 0)
            return null;
        var all = All([.. words.Select(Beginning)]);
        // Some words ("backpack") are also proper tags, so a tag never rules the words out.
        return TagCode.TryParse(typed, out var tag) ? Any([In("Words", tag.ToLowerInvariant()), all]) : all;
    }

    private static string? MeaningOf(List<string> words, Vocabulary vocabulary)
    {
        var text = string.Join(' ', words.Select(word => word.Replace(" ", "", StringComparison.Ordinal)));
        var readings = vocabulary.Languages
            .Select(language => vocabulary.PartsOf(text, language))
            .Where(parts => parts.Any(part => part.Concepts.Count > 0))
            .Select(parts => All([.. parts.Select(PartOf)]))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return readings.Count == 0 ? null : Any(readings);
    }

    private static string? PartOf(TextPart part) =>
        Any([.. SearchTokens.Of(part.Text).Select(Beginning).Take(1), .. part.Concepts.SelectMany(MarksOf)]);

    private static IEnumerable<string> MarksOf(Concept concept)
    {
        yield return In("Facets", SearchTokens.Facet(concept));
        if (concept.Kind is ConceptKind.Thing or ConceptKind.Colour or ConceptKind.Place)
            yield return In("Facets", SearchTokens.Facet(concept.Kind switch { ConceptKind.Thing => 'k', ConceptKind.Colour => 'c', _ => 'p' }, concept.Id));
    }

    private static string Beginning(string word) => $"Words : (\"{word}\" *)";

    private static string In(string column, string word) => $"{column} : \"{word}\"";

    private static string? All(IReadOnlyList<string?> parts) => Join(" AND ", parts);

    private static string? Any(IReadOnlyList<string?> parts) => Join(" OR ", parts);

    private static string? Join(string with, IReadOnlyList<string?> parts)
    {
        var there = parts.OfType<string>().ToList();
        return there.Count switch { 0 => null, 1 => there[0], _ => $"({string.Join(with, there)})" };
    }
}
