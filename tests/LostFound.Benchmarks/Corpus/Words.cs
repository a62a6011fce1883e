using System.Text.Json;

namespace LostFound.Benchmarks.Corpus;

/// <summary>A kind of thing: its category key, how often it is found, and what it is called (language → names).</summary>
internal sealed record Kind(
    string Key, double Weight, string Group, IReadOnlyList<string> MistakenFor, IReadOnlyDictionary<string, string[]> Names);

internal sealed record Colour(string Key, double Weight, IReadOnlyList<string> Near, IReadOnlyDictionary<string, string[]> Names);

/// <summary>Something a note may mention: a pattern, a material, a scratch, what is inside.</summary>
internal sealed record Feature(string Key, string Kind, IReadOnlyDictionary<string, string[]> Names);

internal sealed record Language(string Key, double Weight, string[] Openings, string[] Closings, bool Spaced);

internal sealed record Spot(string Key, string Zone);

/// <summary>The vocabulary of the generated corpora, read from <c>words.json</c>.</summary>
internal sealed record Words(
    IReadOnlyList<Kind> Kinds,
    IReadOnlyDictionary<string, string[]> Groups,
    IReadOnlyList<Colour> Colours,
    IReadOnlyList<Feature> Features,
    IReadOnlyDictionary<string, string[]> BrandsByGroup,
    IReadOnlyDictionary<string, string[]> BrandAliases,
    IReadOnlyDictionary<string, string[]> Abbreviations,
    string[] Whereabouts,
    string[] Secrets,
    string[] FirstNames,
    IReadOnlyList<Language> Languages,
    IReadOnlyList<Spot> Places)
{
    public static Words Shared { get; } = Read();

    public IReadOnlyDictionary<string, Feature[]> FeaturesByKind { get; } = Features
        .GroupBy(feature => feature.Kind, StringComparer.Ordinal)
        .ToDictionary(kind => kind.Key, kind => kind.ToArray(), StringComparer.Ordinal);

    public Weighted<Kind> KindsByFrequency { get; } = new(Kinds, kind => kind.Weight);

    public Weighted<Colour> ColoursByFrequency { get; } = new(Colours, colour => colour.Weight);

    public Weighted<Language> LanguagesByFrequency { get; } = new(Languages, language => language.Weight);

    public IReadOnlyDictionary<string, Colour> ColourOf { get; } = Colours.ToDictionary(colour => colour.Key, StringComparer.Ordinal);

    private static Words Read()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }
}
