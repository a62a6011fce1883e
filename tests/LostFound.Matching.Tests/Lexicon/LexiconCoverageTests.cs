using System.Text.Json;
using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>The tables as a whole: nothing missing, nothing meant twice by accident.</summary>
public class LexiconCoverageTests
{
    // Words that really have both meanings: a language's one word for caps and hats, or a homonym nobody can tell apart.
    private static readonly string[] MeantTwice =
    [
        "ar دميه: plush, toy", "ar قبعه: cap, hat", "en khaki: beige, olive", "es cochecito: stroller, toy", "it costume: costume, swimwear",
        "it documento: document, id-card", "ko 모자: cap, hat", "pt cartas: document, toy", "zh 帽: cap, hat", "zh 帽子: cap, hat",
    ];

    [Fact]
    public void Every_category_of_the_venue_but_the_catch_all_has_terms_in_every_language()
    {
        var known = LexiconEntries.All.Where(entry => entry.Concept.Kind == ConceptKind.Thing).ToDictionary(entry => entry.Concept.Id, StringComparer.Ordinal);
        var missing =
            from category in CategoryKeys()
            where category != "other"
            from language in LexiconEntries.Languages
            where !known.TryGetValue(category, out var entry) || entry.Terms.GetValueOrDefault(language) is not { Length: >= 2 }
            select $"{category} {language}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_colour_has_terms_in_every_language()
    {
        var missing =
            from entry in LexiconEntries.All
            where entry.Concept.Kind == ConceptKind.Colour
            from language in LexiconEntries.Languages
            where !entry.Terms.ContainsKey(language)
            select $"{entry.Concept.Id} {language}";
        Assert.Empty(missing);
    }

    [Fact]
    public void No_word_means_two_things_or_two_colours_or_two_brands_unless_it_is_listed()
    {
        var claims =
            from entry in LexiconEntries.All
            where entry.Concept.Kind != ConceptKind.Feature
            from terms in entry.Terms
            from term in terms.Value
            group entry.Concept.Id by (Language: terms.Key, Word: Words(term), entry.Concept.Kind) into same
            let ids = same.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            where ids.Count > 1
            select $"{same.Key.Language} {same.Key.Word}: {string.Join(", ", ids)}";
        Assert.Equal(MeantTwice, claims.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_concept_stands_in_two_rows_of_the_hand_kept_tables() =>
        Assert.Empty(LexiconData.HandKept().GroupBy(entry => entry.Concept).Where(rows => rows.Count() > 1).Select(rows => rows.Key.Id));

    [Fact]
    public void Terms_of_scripts_without_spaces_can_be_found_in_a_text()
    {
        var lost =
            from entry in LexiconEntries.All
            from language in new[] { "ja", "zh" }
            from term in entry.Terms.GetValueOrDefault(language) ?? []
            where Tokeniser.Tokenise(TextNormaliser.Normalise(term)) is not [{ Kind: TokenKind.Run }]
            select $"{entry.Concept.Id} {language} {term}";
        Assert.Equal(["logo zh logo", "transit-card ja suica"], lost.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_traditional_character_has_two_simplified_forms()
    {
        var pairs = LexiconData.TraditionalPairs().Split(' ');
        Assert.All(pairs, pair => Assert.Equal(2, pair.Length));
        Assert.Equal(pairs.Length, pairs.Select(pair => pair[0]).Distinct().Count());
    }

    private static string Words(string term) => string.Join(' ', Tokeniser.Tokenise(TextNormaliser.Normalise(term)).Select(token => token.Text));

    private static IEnumerable<string> CategoryKeys()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "kiosk-config", "categories.json"));
        return JsonSerializer.Deserialize<JsonElement>(file).GetProperty("categories").EnumerateArray().Select(row => row.GetProperty("key").GetString()!);
    }
}
