using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>The lexicon's entries as tests walk through them.</summary>
internal static class LexiconEntries
{
    public static readonly string[] Languages = ["en", "es", "fr", "de", "it", "pt", "nl", "ja", "zh", "ko", "ar"];

    public static IReadOnlyList<LexiconEntry> All { get; } = LexiconData.Entries();

    /// <summary>Whether a reading has found a concept.</summary>
    public static bool Names(Reading reading, Concept concept) => concept.Kind switch
    {
        ConceptKind.Thing => reading.Things.Contains(concept.Id),
        ConceptKind.Colour => reading.Colours.Contains(concept.Id),
        ConceptKind.Brand => reading.Brands.Contains(concept.Id),
        ConceptKind.Feature => reading.Features.Contains(concept.Term),
        ConceptKind.Place => reading.Places.Contains(concept.Id),
    };
}
