using System.Reflection;
using System.Text.Json;

namespace LostFound.Matching.Lexicon;

/// <summary>One named meaning with its terms: language → terms as written in the file.</summary>
internal sealed record LexiconEntry(Concept Concept, IReadOnlyDictionary<string, string[]> Terms);

/// <summary>Reads the tables that are built into the assembly.</summary>
internal static class LexiconData
{
    /// <summary>The pseudo-language of terms that are the same everywhere (brands).</summary>
    public const string AnyLanguage = "any";

    private static readonly (string File, ConceptKind Kind)[] HandKeptFiles =
    [
        ("kinds.json", ConceptKind.Thing),
        ("colours.json", ConceptKind.Colour),
        ("brands.json", ConceptKind.Brand),
        ("features.json", ConceptKind.Feature),
        ("sorts.json", ConceptKind.Feature),
        ("drawings.json", ConceptKind.Feature),
    ];

    private static readonly string[] NotTerms = ["id", "kind", "emoji"];
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    /// <summary>All concepts: the hand-kept tables in file order, then the generated one. A concept may come in both.</summary>
    public static List<LexiconEntry> Entries()
    {
        var handKept = HandKept().ToList();
        return [.. handKept, .. Read<CldrData>(CldrData.File).EntriesBeside(handKept)];
    }

    /// <summary>The concepts of the hand-kept tables.</summary>
    public static IEnumerable<LexiconEntry> HandKept() =>
        from table in HandKeptFiles
        from row in Read<List<Dictionary<string, string>>>(table.File)
        select new LexiconEntry(new Concept(row["id"], table.Kind), TermsOf(row));

    /// <summary>Words that say nothing, by language.</summary>
    public static Dictionary<string, HashSet<string>> StopWords() =>
        Read<Dictionary<string, string>>("stopwords.json").ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Split(' ').Select(word => word.Replace("'", string.Empty, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>What hurried staff write for short.</summary>
    public static Dictionary<string, string> Abbreviations() => Read<Dictionary<string, string>>("abbreviations.json");

    /// <summary>Traditional Chinese characters with their simplified forms, as pairs.</summary>
    public static string TraditionalPairs() => Read<Dictionary<string, string>>("traditional.json")["pairs"];

    /// <summary>Groups of keys that people take for one another, by list name.</summary>
    public static Dictionary<string, List<string>> Relations() => Read<Dictionary<string, List<string>>>("relations.json");

    /// <summary>Splits a comma-separated cell.</summary>
    public static string[] Cell(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The terms of a row, by language.</summary>
    public static Dictionary<string, string[]> TermsOf(Dictionary<string, string> row) =>
        row.Where(pair => !NotTerms.Contains(pair.Key, StringComparer.Ordinal))
            .ToDictionary(pair => pair.Key, pair => Cell(pair.Value), StringComparer.Ordinal);

    /// <summary>The text of an embedded table.</summary>
    public static string Text(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(Text(file), AnyCase) ?? throw new InvalidOperationException($"{file} is empty.");
}
