using LostFound.Web.Configuration.Checks;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Configuration;

/// <summary>Reads the whole folder: each file against its schema first, then the files against each other.</summary>
public static class ConfigLoader
{
    public static ConfigLoadResult Load(string folder) => Load(folder, EmojiIcons.OfThisBuild);

    internal static ConfigLoadResult Load(string folder, EmojiIcons icons)
    {
        if (!Directory.Exists(folder))
        {
            return new ConfigLoadResult([new ConfigProblem(ConfigFolder.Name, 1, 1, "", $"There is no folder {folder}. Name the right one with the setting {ConfigFolder.Setting}.")]);
        }

        using var reading = new FolderReading(folder);
        if (ReadFiles(reading) is not { } files)
        {
            return new ConfigLoadResult(InOrder(reading.Problems));
        }

        var report = new CheckReport(reading.Roots);
        VenueChecks.Check(files, report);
        CatalogueChecks.Check(files, icons, report);
        RuleChecks.Check(files, report);
        TranslationChecks.Check(files, report);
        NotificationChecks.Check(files, report);
        return report.Problems.Count == 0
            ? new ConfigLoadResult(new VenueConfig(files, reading.Hash()))
            : new ConfigLoadResult(InOrder(report.Problems));
    }

    private static ConfigFiles? ReadFiles(FolderReading reading)
    {
        var venue = reading.Read<VenueFile>(FileNames.Venue);
        var places = reading.Read<PlacesFile>(FileNames.Places);
        var categories = reading.Read<CategoriesFile>(FileNames.Categories);
        var colours = reading.Read<ColoursFile>(FileNames.Colours);
        var bins = reading.Read<BinsFile>(FileNames.Bins);
        var retention = reading.Read<RetentionFile>(FileNames.Retention);
        var promises = reading.Read<PromisesFile>(FileNames.Promises);
        var matching = reading.Read<MatchingFile>(FileNames.Matching);
        var labels = reading.Read<LabelsFile>(FileNames.Labels);
        var questions = reading.Read<ProofQuestionsFile>(FileNames.ProofQuestions);
        var guidance = reading.Read<GuidanceFile>(FileNames.Guidance);
        var before = reading.Problems.Count;
        var notifications = reading.ReadIfThere<NotificationsFile>(FileNames.Notifications);
        var replies = reading.ReadIfThere<QuickRepliesFile>(FileNames.QuickReplies);

        return venue is null || places is null || categories is null || colours is null || bins is null
            || retention is null || promises is null || matching is null || labels is null || questions is null || guidance is null
            || reading.Problems.Count > before
            ? null
            : new ConfigFiles(venue, places, categories, colours, bins, retention, promises, matching, labels, questions, guidance)
            {
                Notifications = notifications ?? NotificationsFile.Off,
                QuickReplies = replies ?? QuickRepliesFile.None,
            };
    }

    private static List<ConfigProblem> InOrder(IEnumerable<ConfigProblem> problems) =>
        [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
