using System.Globalization;
using LostFound.Matching.Evaluation;

namespace LostFound.Web.Commands.Match;

/// <summary>An evaluation as a table that a terminal can show.</summary>
internal static class ReportText
{
    public static readonly double[] Thresholds = [0.5, 0.7, 0.8, 0.9, 0.95];

    public static void Write(TextWriter output, EvaluationReport report)
    {
        output.WriteLine(Of($"{report.Claims} claims, {report.All.Claims} with an item. In brackets: 95 % intervals."));
        WriteRanks(output, "all", report.All);
        WriteRanks(output, "not English", report.NotEnglish);
        foreach (var (language, ranks) in report.ByLanguage)
            WriteRanks(output, language.Length == 0 ? "(no language)" : language, ranks);
        foreach (var at in report.Suggestions)
        {
            output.WriteLine(Of($"suggested from p {at.Threshold:0.00}: {at.Suggested,4}  precision {Share(at.Precision)}  coverage {Share(at.Coverage)}  false per 100 without item {Hundredths(at.FalsePerHundredWithout)}"));
        }
        output.WriteLine("calibration error " + Fine(report.CalibrationError));
        output.WriteLine("  believed → came true (candidates): " + string.Join("  ", report.Reliability
            .Where(bin => bin.Candidates > 0)
            .Select(bin => Of($"{bin.Believed / bin.Candidates:0.00} → {(double)bin.Right / bin.Candidates:0.00} ({bin.Candidates})"))));
    }

    public static string Share(Interval share) => Of($"{share.Value:0.000} [{share.Low:0.000}, {share.High:0.000}]");

    public static string Hundredths(Interval count) => Of($"{count.Value:0.0} [{count.Low:0.0}, {count.High:0.0}]");

    public static string Fine(Interval value) => Of($"{value.Value:0.0000} [{value.Low:0.0000}, {value.High:0.0000}]");

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void WriteRanks(TextWriter output, string name, RankQuality ranks)
    {
        var recalls = ranks.Recall.OrderBy(pair => pair.Key).Select(pair => Of($"R@{pair.Key} {Share(pair.Value)}"));
        output.WriteLine(Of($"{name,-14} n={ranks.Claims,4}  {string.Join("  ", recalls)}  MRR {ranks.MeanReciprocalRank:0.000}"));
    }
}
