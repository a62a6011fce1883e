using LostFound.Matching;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>A weight of a comparison or a level that the matcher does not have would silently do nothing.</summary>
internal static class WeightChecks
{
    private const string Matcher = "the matcher";

    public static void Check(MatchingFile matching, CheckReport report)
    {
        var built = MatchingModel.Default;
        foreach (var (comparison, levels) in matching.Weights ?? new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal))
        {
            var path = ConfigPath.Join("weights", comparison);
            report.MustExist(FileNames.Matching, path, "comparison", comparison, [.. built.Levels.Keys], Matcher);
            if (!built.Levels.TryGetValue(comparison, out var known))
                continue;
            foreach (var level in levels.Keys)
                report.MustExist(FileNames.Matching, ConfigPath.Join(path, level), $"level of {comparison}", level, [.. known.Keys], Matcher);
        }

        CheckNames("rarity", matching.Rarity, [.. built.Levels.Keys], report);
        CheckNames("limits", matching.Limits, [.. built.Levels.Keys.Union(built.Limits.Keys, StringComparer.Ordinal)], report);
    }

    private static void CheckNames(string setting, IReadOnlyDictionary<string, double>? byComparison, string[] known, CheckReport report)
    {
        foreach (var comparison in byComparison?.Keys ?? [])
            report.MustExist(FileNames.Matching, ConfigPath.Join(setting, comparison), "comparison", comparison, known, Matcher);
    }
}
