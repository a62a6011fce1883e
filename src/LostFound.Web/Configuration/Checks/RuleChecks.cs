using System.Globalization;
using System.Text.RegularExpressions;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>Retention, promises, matching and proof questions.</summary>
internal static partial class RuleChecks
{
    private const string Time = "time";
    private const string Desk = "desk";

    public static void Check(ConfigFiles files, CheckReport report)
    {
        report.MustDiffer(FileNames.Retention, "retention class", files.Retention.Classes.Select((kept, i) => (ConfigPath.Of("classes", i, "key"), kept.Key)));
        CheckWords("words", files.Promises.Words, report);
        if (files.Promises.AheadMinutes >= files.Promises.AtRiskMinutes)
            report.Add(FileNames.Promises, "atRiskMinutes", "'atRiskMinutes' must be more than 'aheadMinutes': staff see a promise at risk before the software speaks for them.");
        CheckMatching(files.Matching, report);
        CheckQuestions(files, report);
        CheckSheet(files.Labels.Sheet, report);
    }

    private static void CheckSheet(LabelSheet? sheet, CheckReport report)
    {
        if (sheet is null)
            return;
        var width = sheet.MarginLeftMm + sheet.Columns * sheet.LabelWidthMm + (sheet.Columns - 1) * sheet.GapXMm;
        var height = sheet.MarginTopMm + sheet.Rows * sheet.LabelHeightMm + (sheet.Rows - 1) * sheet.GapYMm;
        if (width > LabelSheet.PaperWidthMm)
            report.Add(FileNames.Labels, "sheet.columns", string.Create(CultureInfo.InvariantCulture, $"these labels are {width:0.#} mm side by side, margin and gaps included, and A4 is {LabelSheet.PaperWidthMm} mm wide."));
        if (height > LabelSheet.PaperHeightMm)
            report.Add(FileNames.Labels, "sheet.rows", string.Create(CultureInfo.InvariantCulture, $"these labels are {height:0.#} mm one below the other, margin and gaps included, and A4 is {LabelSheet.PaperHeightMm} mm high."));
    }

    private static void CheckWords(string path, PromiseWords words, CheckReport report)
    {
        CheckSentence(path, "looking", words.Looking, [Time], mustSay: Time, report);
        CheckSentence(path, "nothingYet", words.NothingYet, [Time], mustSay: Time, report);
        CheckSentence(path, "found", words.Found, [Desk], mustSay: null, report);
        CheckSentence(path, "late", words.Late, [Time], mustSay: Time, report);
        foreach (var (language, translated) in words.Translations ?? new Dictionary<string, PromiseWords>(StringComparer.Ordinal))
            CheckWords($"{path}.translations.{language}", translated, report);
    }

    private static void CheckSentence(string words, string name, string sentence, string[] known, string? mustSay, CheckReport report)
    {
        var path = ConfigPath.Join(words, name);
        var used = Placeholder().Matches(sentence).Select(match => match.Groups["name"].Value).ToList();
        var unknown = used.Except(known, StringComparer.Ordinal).ToList();
        foreach (var placeholder in unknown)
        {
            report.Add(FileNames.Promises, path, $"{{{placeholder}}} means nothing in this sentence.{DidYouMean.Hint(placeholder, known)}");
        }

        if (Placeholder().Replace(sentence, "").AsSpan().ContainsAny('{', '}'))
        {
            report.Add(FileNames.Promises, path, "A brace { or } stands alone here.");
        }
        else if (mustSay is not null && unknown.Count == 0 && !used.Contains(mustSay, StringComparer.Ordinal))
        {
            report.Add(FileNames.Promises, path, $"This sentence must say by when: put {{{mustSay}}} where the time belongs.");
        }
    }

    private static void CheckMatching(MatchingFile matching, CheckReport report)
    {
        if (matching.ShowThreshold >= matching.SuggestThreshold)
        {
            report.Add(FileNames.Matching, "showThreshold", "'showThreshold' must be less than 'suggestThreshold': what is suggested is also shown.");
        }

        WeightChecks.Check(matching, report);
    }

    private static void CheckQuestions(ConfigFiles files, CheckReport report)
    {
        const string file = FileNames.ProofQuestions;
        var asked = files.ProofQuestions.Groups;
        var groups = files.Categories.Groups.Select(group => group.Key).ToList();
        report.MustDiffer(file, "group", asked.Select((questions, i) => (ConfigPath.Of("groups", i, "group"), questions.Group)));
        for (var i = 0; i < asked.Count; i++)
        {
            report.MustExist(file, ConfigPath.Of("groups", i, "group"), "group", asked[i].Group, groups, FileNames.Categories);
        }

        foreach (var missing in groups.Except(asked.Select(questions => questions.Group), StringComparer.Ordinal))
        {
            report.Add(file, "groups", $"There are no questions for the group '{missing}' of {FileNames.Categories}.");
        }
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
