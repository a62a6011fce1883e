using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;
using LostFound.Web.Languages;

namespace LostFound.Web.Configuration.Checks;

/// <summary>
/// The venue's own names and sentences in other languages. One that guests aren't spoken to in is a mistake in its
/// code; a missing one is only noted, since the venue's own word stands in.
/// </summary>
internal static class TranslationChecks
{
    public static void Check(ConfigFiles files, CheckReport report)
    {
        var codes = Language.All.Select(language => language.Code).ToList();
        foreach (var (file, path, languages) in Translatable(files))
        {
            foreach (var unknown in languages.Except(codes, StringComparer.Ordinal))
                report.Add(file, ConfigPath.Join(path, unknown), $"Guests aren't spoken to in '{unknown}', so this would never be read. There are {string.Join(", ", codes)}.{DidYouMean.Hint(unknown, codes)}");
        }
        CheckQuestions(files.ProofQuestions.Groups, report);
    }

    /// <summary>A line for each language that lacks something, such as "fr: 3 names in places.json".</summary>
    public static IEnumerable<string> Missing(ConfigFiles files)
    {
        var translatable = Translatable(files).ToList();
        return Language.All.Where(language => language.Code != files.Venue.Language)
            .Select(language => (language.Code, Gaps: translatable.Where(entry => !entry.Languages.Contains(language.Code, StringComparer.Ordinal)).CountBy(entry => entry.File, StringComparer.Ordinal).ToList()))
            .Where(language => language.Gaps.Count > 0)
            .Select(language => $"Note: guests who read {language.Code} see {string.Join(", ", language.Gaps.Select(gap => $"{gap.Value} of {gap.Key}"))} as written: no translation.");
    }

    private static IEnumerable<(string File, string Path, IEnumerable<string> Languages)> Translatable(ConfigFiles files)
    {
        var zones = files.Places.Zones;
        return Named(FileNames.Places, "zones", zones)
            .Concat(zones.SelectMany((zone, z) => Named(FileNames.Places, ConfigPath.Of("zones", z, "places"), zone.Places)))
            .Concat(Named(FileNames.Categories, "groups", files.Categories.Groups))
            .Concat(Named(FileNames.Categories, "categories", files.Categories.Categories))
            .Concat(Named(FileNames.Colours, "colours", files.Colours.Colours))
            .Concat(Named(FileNames.Venue, "desks", files.Venue.Desks))
            .Append((FileNames.Venue, "contact.translations", files.Venue.Contact.Translations?.Keys ?? []))
            .Append((FileNames.Promises, "words.translations", files.Promises.Words.Translations?.Keys ?? []))
            .Concat(files.ProofQuestions.Groups.Select((group, i) => (FileNames.ProofQuestions, ConfigPath.Of("groups", i, "translations"), group.Translations?.Keys ?? [])));
    }

    private static IEnumerable<(string File, string Path, IEnumerable<string> Languages)> Named(string file, string list, IEnumerable<INamed> named) =>
        named.Select((one, i) => (file, ConfigPath.Of(list, i, "names"), one.Names?.Keys ?? []));

    private static void CheckQuestions(IReadOnlyList<ProofQuestions> groups, CheckReport report)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var (language, questions) in groups[i].Translations ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
            {
                if (questions.Count != groups[i].Questions.Count)
                    report.Add(FileNames.ProofQuestions, ConfigPath.Join(ConfigPath.Of("groups", i, "translations"), language), $"These are {questions.Count} questions, and there are {groups[i].Questions.Count} to translate: the same ones, in the same order.");
            }
        }
    }
}
