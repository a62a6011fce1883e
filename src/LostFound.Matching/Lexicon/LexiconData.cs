using System.Reflection;
using System.Text.Json;

namespace LostFound.Matching.Lexicon;

/// <summary>One named meaning with its terms: language → terms as written in the file.</summary>
internal sealed record LexiconEntry(Concept Concept, IReadOnlyDictionary<string, string[]> Terms);

/// <summary>Reads the hand-kept tables that are built into the assembly.</summary>
internal static class LexiconData
{
    /// <summary>The pseudo-language of terms that are the same everywhere (brands).</summary>
    public const string AnyLanguage = "any";

    private static readonly (string File, ConceptKind Kind)[] Files =
    [
        ("kinds.json", ConceptKind.Thing),
        ("colours.json", ConceptKind.Colour),
        ("brands.json", ConceptKind.Brand),
        ("features.json", ConceptKind.Feature),
        ("animals.json", ConceptKind.Feature),
    ];

    /// <summary>All concepts, in file order.</summary>
    public static List<LexiconEntry> Entries()
    {
        var entries = new List<LexiconEntry>();
        foreach (var (file, kind) in Files)
        {
            foreach (var row in Read<List<Dictionary<string, string>>>(file))
                entries.Add(new LexiconEntry(new Concept(row["id"], kind), TermsOf(row)));
        }
        return entries;
    }

    /// <summary>Words that say nothing, by language.</summary>
    public static Dictionary<string, HashSet<string>> StopWords() =>
        Read<Dictionary<string, string>>("stopwords.json").ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Split(' ').Select(word => word.Replace("'", string.Empty, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>What hurried staff write for short.</summary>
    public static Dictionary<string, string> Abbreviations() => Read<Dictionary<string, string>>("abbreviations.json");

    /// <summary>Groups of keys that people take for one another, by list name.</summary>
    public static Dictionary<string, List<string>> Relations() => Read<Dictionary<string, List<string>>>("relations.json");

    /// <summary>Splits a comma-separated cell.</summary>
    public static string[] Cell(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string[]> TermsOf(Dictionary<string, string> row) =>
        row.Where(pair => !string.Equals(pair.Key, "id", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => Cell(pair.Value), StringComparer.Ordinal);

    private static T Read<T>(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        return JsonSerializer.Deserialize<T>(stream) ?? throw new InvalidOperationException($"{file} is empty.");
    }
}
