using LostFound.Matching;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Matching;

/// <summary>The library's weights with what matching.json and places.json say over them.</summary>
internal static class VenueModel
{
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
        };
    }

    public static PlaceMap PlacesOf(VenueConfig config) =>
        new(config.Zones.SelectMany(zone => zone.Places.Select(place => (place.Key, zone.Key))));

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Over(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> shipped,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>? venue)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, double>>(shipped, StringComparer.Ordinal);
        foreach (var (comparison, levels) in venue ?? new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal))
        {
            var merged = new Dictionary<string, double>(all.GetValueOrDefault(comparison) ?? new Dictionary<string, double>(StringComparer.Ordinal), StringComparer.Ordinal);
            foreach (var (level, bits) in levels)
                merged[level] = bits;
            all[comparison] = merged;
        }
        return all;
    }
}
