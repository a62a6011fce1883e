using LostFound.Matching.Lexicon;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Matching;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// What the matcher understands of a text in any of its languages, named in English: a clerk who can't read the
/// message sees what it is about, beside the original. It is no translation and does not pretend to be one.
/// </summary>
public static class RecognisedWords
{
    public static IReadOnlyList<string> In(string text, string language, VenueConfig venue) =>
    [
        .. VenueModel.VocabularyOf(venue).PartsOf(text, language)
            .SelectMany(part => part.Concepts.Select(concept => Name(concept, venue)))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static string Name(Concept concept, VenueConfig venue) => concept.Kind switch
    {
        ConceptKind.Thing => venue.Category(concept.Id)?.Name ?? Words(concept.Id),
        ConceptKind.Colour => venue.Colour(concept.Id)?.Name ?? Words(concept.Id),
        ConceptKind.Brand => Capital(concept.Id),
        ConceptKind.Feature => Words(concept.Id),
        ConceptKind.Place => venue.Place(concept.Id)?.Name ?? Words(concept.Id),
    };

    private static string Words(string key) => Capital(key.Replace('-', ' '));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
