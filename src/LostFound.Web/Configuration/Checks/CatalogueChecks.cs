using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>Places, categories, colours and bins: every key once, and every key that is named exists.</summary>
internal static class CatalogueChecks
{
    public static void Check(ConfigFiles files, EmojiIcons icons, CheckReport report)
    {
        CheckPlaces(files.Places.Zones, report);
        CheckCategories(files, icons, report);
        report.MustDiffer(FileNames.Colours, "colour", files.Colours.Colours.Select((colour, i) => (ConfigPath.Of("colours", i, "key"), colour.Key)));
        CheckBins(files, report);
    }

    private static void CheckPlaces(IReadOnlyList<Zone> zones, CheckReport report)
    {
        report.MustDiffer(FileNames.Places, "zone", zones.Select((zone, i) => (ConfigPath.Of("zones", i, "key"), zone.Key)));

        // Across all zones: a record names only the place, and the zone follows from it.
        report.MustDiffer(FileNames.Places, "place", zones.SelectMany((zone, z) =>
            zone.Places.Select((place, p) => (ConfigPath.Of(ConfigPath.Of("zones", z, "places"), p, "key"), place.Key))));
    }

    private static void CheckCategories(ConfigFiles files, EmojiIcons icons, CheckReport report)
    {
        const string file = FileNames.Categories;
        var categories = files.Categories.Categories;
        var groups = files.Categories.Groups.Select(group => group.Key).ToList();
        var retention = files.Retention.Classes.ToLookup(kept => kept.Key, StringComparer.Ordinal);
        var classes = retention.Select(kept => kept.Key).ToList();
        report.MustDiffer(file, "group", groups.Select((key, i) => (ConfigPath.Of("groups", i, "key"), key)));
        report.MustDiffer(file, "category", categories.Select((category, i) => (ConfigPath.Of("categories", i, "key"), category.Key)));

        for (var i = 0; i < categories.Count; i++)
        {
            var category = categories[i];
            report.MustExist(file, ConfigPath.Of("categories", i, "group"), "group", category.Group, groups, file);
            report.MustExist(file, ConfigPath.Of("categories", i, "retention"), "retention class", category.Retention, classes, FileNames.Retention);
            if (!icons.Has(category.Emoji))
            {
                report.Add(file, ConfigPath.Of("categories", i, "emoji"), $"There is no drawing for '{category.Emoji}'. Choose one ordinary emoji, without a skin colour.");
            }

            if (category.Sensitive && retention[category.Retention].Any(kept => kept.Then == Disposal.Charity))
            {
                report.Add(file, ConfigPath.Of("categories", i, "retention"), $"'{category.Name}' is sensitive, so it must not go to charity as the class '{category.Retention}' says. Choose another class.");
            }
        }
    }

    private static void CheckBins(ConfigFiles files, CheckReport report)
    {
        const string file = FileNames.Bins;
        var bins = files.Bins.Bins;
        var desks = files.Venue.Desks.Select(desk => desk.Key).ToList();
        report.MustDiffer(file, "bin", bins.Select((bin, i) => (ConfigPath.Of("bins", i, "code"), bin.Code)));
        for (var i = 0; i < bins.Count; i++)
        {
            report.MustExist(file, ConfigPath.Of("bins", i, "desk"), "desk", bins[i].Desk, desks, FileNames.Venue);
        }

        for (var i = 0; i < desks.Count; i++)
        {
            if (!bins.Any(bin => string.Equals(bin.Desk, desks[i], StringComparison.Ordinal)))
            {
                report.Add(FileNames.Venue, ConfigPath.Of("desks", i, "key"), $"The desk '{desks[i]}' has no bin in {file}, so nothing could be put away there.");
            }
        }
    }
}
