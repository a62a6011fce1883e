using LostFound.Matching;
using LostFound.Matching.Evaluation;
using LostFound.Matching.Fitting;
using static LostFound.Web.Commands.Match.ReportText;

namespace LostFound.Web.Commands.Match;

/// <summary>What fitting found, for the person who decides whether to use it.</summary>
internal static class FitText
{
    public static void WriteRow(TextWriter output, string name, IReadOnlyList<JudgedClaim> claims, double threshold)
    {
        var report = EvaluationReport.Of(claims, [threshold]);
        var suggestion = report.Suggestions[0];
        output.WriteLine(name);
        output.WriteLine($"   R@1 {Share(report.All.Recall[1])}  not English {Share(report.NotEnglish.Recall[1])}  R@10 {Share(report.All.Recall[10])}");
        output.WriteLine(Of($"   from p {threshold:0.00}: precision {Share(suggestion.Precision)}  coverage {Share(suggestion.Coverage)}  false per 100 without item {Hundredths(suggestion.FalsePerHundredWithout)}"));
        output.WriteLine($"   calibration error {Fine(report.CalibrationError)}");
    }

    public static void WriteSample(TextWriter output, DecisionSet decisions) => output.WriteLine(Of(
        $"{decisions.Items.Count:N0} items, {decisions.Claims.Count:N0} claims: {decisions.Matched:N0} with their item, {decisions.RuledOut:N0} pairs ruled out one by one. In brackets: 95 % intervals."));

    public static void WriteTrial(TextWriter output, FittingTrial trial)
    {
        var threshold = trial.Model.SuggestProbability;
        output.WriteLine(Of($"Fitted to {trial.FittedTo} claims, judged on {trial.Before.Count} others:"));
        WriteRow(output, "before", trial.Before, threshold);
        WriteRow(output, "after", trial.After, threshold);
        output.WriteLine(Of($"log loss, bits a claim: {trial.LogLossBefore:0.000} before, {trial.LogLossAfter:0.000} after; change {Signed(trial.LogLossChange)}"));
        output.WriteLine($"change of R@1 {Signed(trial.RecallChange)}, of precision {Signed(trial.PrecisionChange)}");
    }

    /// <summary>Each reason why the new weights must not be used.</summary>
    public static IEnumerable<string> Objections(FittingTrial trial)
    {
        if (!trial.IsLogLossBetter)
            yield return "the held-out claims surprise them no less (log loss)";
        if (trial.IsRecallWorse)
            yield return "the right item comes first less often, and not by chance (R@1)";
        if (trial.IsPrecisionWorse)
            yield return "suggestions are wrong more often, and not by chance (precision)";
    }

    public static void WriteCrossValidation(TextWriter output, DecisionSet decisions, MatchingModel start, int folds, bool withAblations, FittingOptions options)
    {
        var threshold = start.SuggestProbability;
        var validation = new CrossValidation(decisions, start, folds, options);
        WriteRow(output, $"weights as they are ({start.Version}); they may have been fitted to these very claims", Judge.Rank(start, decisions, decisions.Claims), threshold);
        WriteRow(output, Of($"cross-validated, {folds} folds by claim"), validation.Run(), threshold);
        if (!withAblations)
            return;
        WriteRow(output, "cross-validated, weights fitted from nothing instead of from what they are", validation.RunFromNothing(), threshold);
        foreach (var ablation in Ablation.Of(start))
        {
            WriteRow(output, ablation.Name + ", other weights as they are", Judge.Rank(ablation.Apply(start), decisions, decisions.Claims), threshold);
            WriteRow(output, ablation.Name + ", cross-validated with weights fitted to what is left", validation.RunWithout(ablation), threshold);
        }
    }

    private static string Signed(Interval change) => Of($"{change.Value:+0.000;-0.000;0.000} [{change.Low:+0.000;-0.000;0.000}, {change.High:+0.000;-0.000;0.000}]");
}
