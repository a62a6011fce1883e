using System.Collections.Frozen;

namespace LostFound.Matching.Lexicon;

/// <summary>
/// The words that a matcher understands: the lexicon's in its eleven languages, and perhaps a venue's own.
/// Immutable and safe for any number of readers at once; a language's tables are built when it is first read.
/// </summary>
public sealed class Vocabulary
{
    private const string Fallback = "en";
    private static readonly Lazy<List<LexiconEntry>> Tables = new(LexiconData.Entries);
    private static readonly Lazy<Dictionary<string, HashSet<string>>> StopWords = new(LexiconData.StopWords);

    private readonly FrozenDictionary<string, Lazy<LanguageReader>> _readers;
    private readonly string[] _languages;

    private Vocabulary(List<LexiconEntry> venue)
    {
        _readers = Tables.Value.SelectMany(entry => entry.Terms.Keys).Distinct(StringComparer.Ordinal)
            .Where(language => !string.Equals(language, LexiconData.AnyLanguage, StringComparison.Ordinal))
            .ToFrozenDictionary(language => language, language => new Lazy<LanguageReader>(() => Build(language, venue)), StringComparer.Ordinal);
        _languages = [.. _readers.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The lexicon alone.</summary>
    public static Vocabulary Default { get; } = new([]);

    /// <summary>
    /// The lexicon joined by a venue's own words. A word of the venue takes the place of what the lexicon says about it
    /// within the same comparison: where "coral" is a colour of its own it is no longer an orange. A place is known by
    /// names of several words, and by one word only when the lexicon has no other meaning for it.
    /// </summary>
    /// <param name="terms">Names of the venue's categories, colours and places, in any order; a key may have several.</param>
    public static Vocabulary For(IEnumerable<VenueTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new Vocabulary(VenueEntries.Of(terms));
    }

    /// <summary>Two-letter codes of the languages it reads, in alphabetical order.</summary>
    public IReadOnlyList<string> Languages => _languages;

    /// <summary>What a text says, piece by piece and in order; words that say nothing ("the") are left out.</summary>
    /// <param name="text">In any case, width and spelling.</param>
    /// <param name="language">How to read it; an unknown one is read as English.</param>
    public IReadOnlyList<TextPart> PartsOf(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return ReaderOf(language).PartsOf(text);
    }

    /// <summary>Reads a text; an unknown language is read as English, a regional one ("pt-BR") as its language.</summary>
    internal Reading Read(string text, string language) => ReaderOf(language).Read(text);

    private LanguageReader ReaderOf(string language) =>
        (_readers.GetValueOrDefault(language) ?? _readers.GetValueOrDefault(language.Split('-', '_')[0]) ?? _readers[Fallback]).Value;

    private static LanguageReader Build(string language, List<LexiconEntry> venue) =>
        new(new LanguageTable(language, Tables.Value, venue, StopWords.Value.GetValueOrDefault(language) ?? []));
}
