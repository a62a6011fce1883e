using LostFound.Matching;
using LostFound.Matching.Lexicon;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Matching;

/// <summary>The library's weights with what matching.json and places.json say over them.</summary>
internal static class VenueModel
{
    // A language's tables take a tenth of a second to build, and most edits of the configuration change no name.
    private static volatile KnownVocabulary latest = new("", Vocabulary.Default);

    public static MatchingModel Of(VenueConfig config)
    {
        var rules = config.Matching;
        return MatchingModel.Default with
        {
            Version = rules.ModelVersion,
            ExpectedMatchShare = rules.ExpectedMatchShare,
            SuggestProbability = rules.SuggestThreshold,
            EarlyToleranceMinutes = rules.EarlyToleranceMinutes,
            Levels = Over(MatchingModel.Default.Levels, rules.Weights),
            Rarity = Over(MatchingModel.Default.Rarity, rules.Rarity),
            Words = Over(MatchingModel.Default.Words, rules.Words ?? new MatchingWords()),
            Limits = Over(MatchingModel.Default.Limits, rules.Limits),
        };
    }

    /// <summary>A matching.json with every weight of a model in it, and nothing left to what is built in.</summary>
    public static MatchingFile Whole(MatchingFile rules, MatchingModel model) => rules with
    {
        Weights = model.Levels,
        Rarity = model.Rarity,
        Words = new MatchingWords(
            model.Words.ConceptRarity, model.Words.WordRarity, model.Words.EachAgreement,
            model.Words.EachOnlyInClaim, model.Words.EachOnlyInItem, model.Words.TypoShare),
        Limits = model.Limits,
    };

    public static PlaceMap PlacesOf(VenueConfig config) =>
        new(config.Zones.SelectMany(zone => zone.Places.Select(place => (place.Key, zone.Key))));

    /// <summary>The lexicon joined by the names of the venue's own categories, colours and places, in every language given.</summary>
    public static Vocabulary VocabularyOf(VenueConfig config)
    {
        var terms = config.Categories.SelectMany(category => TermsOf(VenueTermKind.Category, category.Key, category.Name, category.Names))
            .Concat(config.Colours.SelectMany(colour => TermsOf(VenueTermKind.Colour, colour.Key, colour.Name, colour.Names)))
            .Concat(config.Places.SelectMany(place => TermsOf(VenueTermKind.Place, place.Key, place.Name, place.Names)))
            .ToList();
        var names = string.Join('\n', terms);
        var last = latest;
        if (!string.Equals(last.Names, names, StringComparison.Ordinal))
            latest = last = new KnownVocabulary(names, Vocabulary.For(terms));
        return last.Vocabulary;
    }

    private static IEnumerable<VenueTerm> TermsOf(VenueTermKind kind, string key, string name, IReadOnlyDictionary<string, string>? names) =>
        (names ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .Select(pair => new VenueTerm(kind, key, pair.Value, pair.Key)).Prepend(new VenueTerm(kind, key, name));

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Over(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> shipped,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>? venue)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, double>>(shipped, StringComparer.Ordinal);
        foreach (var (comparison, levels) in venue ?? new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal))
            all[comparison] = Over(all.GetValueOrDefault(comparison) ?? new Dictionary<string, double>(StringComparer.Ordinal), levels);
        return all;
    }

    private static Dictionary<string, double> Over(IReadOnlyDictionary<string, double> shipped, IReadOnlyDictionary<string, double>? venue)
    {
        var all = new Dictionary<string, double>(shipped, StringComparer.Ordinal);
        foreach (var (name, value) in venue ?? new Dictionary<string, double>(StringComparer.Ordinal))
            all[name] = value;
        return all;
    }

    private static WordWeights Over(WordWeights shipped, MatchingWords venue) => new()
    {
        ConceptRarity = venue.ConceptRarity ?? shipped.ConceptRarity,
        WordRarity = venue.WordRarity ?? shipped.WordRarity,
        EachAgreement = venue.EachAgreement ?? shipped.EachAgreement,
        EachOnlyInClaim = venue.EachOnlyInClaim ?? shipped.EachOnlyInClaim,
        EachOnlyInItem = venue.EachOnlyInItem ?? shipped.EachOnlyInItem,
        TypoShare = venue.TypoShare ?? shipped.TypoShare,
    };

    private sealed record KnownVocabulary(string Names, Vocabulary Vocabulary);
}
