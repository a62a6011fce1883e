using System.CommandLine;
using LostFound.Matching.Evaluation;

namespace LostFound.Web.Commands.Match;

/// <summary><c>match</c>: ranks the items of one file for the claims of another. Needs no server and no data folder.</summary>
internal static class MatchBatch
{
    public const int Good = 0;
    public const int SomeLeftOut = 1;
    public const int Unreadable = 2;
    private const int MostCandidates = 1000;

    public static Command Create()
    {
        var files = new BatchOptions(required: true);
        var top = new Option<int>("--top") { Description = "How many candidates a claim.", DefaultValueFactory = _ => 10 };
        top.Holds(wanted => wanted is >= 1 and <= MostCandidates, $"--top must be from 1 to {MostCandidates}.");
        var target = new Option<string?>("--out") { Description = $"Where the ranks go, one line a claim; {RanksFile.StandardOutput} for the standard output." };
        var explain = new Option<string?>("--explain") { Description = "Id of a claim whose candidates are told with their reasons." };
        var match = new Command("match", "Rank found items for claims, from files with one JSON object a line. Exits with 0 when all went well; with 1 when lines had to be left out, each told with its number; with 2 when a file cannot be read or written, or an option is unknown.")
        {
            files.Items, files.Claims, files.Places, files.Pairs, files.Config, top, target, explain,
        };
        match.TreatUnmatchedTokensAsErrors = false; // told by UnknownWords, with a hint
        match.SetAction(parsed => Run(parsed, files, parsed.GetValue(top), parsed.GetValue(target), parsed.GetValue(explain)));
        return match;
    }

    private static int Run(ParseResult parsed, BatchOptions files, int top, string? target, string? explained)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (UnknownWords.Any(parsed, error))
            return Unreadable;
        target ??= explained is null ? RanksFile.StandardOutput : null;
        try
        {
            var progress = new Progress(error, TimeProvider.System);
            if (BatchSource.Read(parsed, files, progress, error) is not { } source)
                return Unreadable;
            var ranking = new BatchRanking(source, top, progress);
            if (target is not null)
                RanksFile.Write(target, output, file => ranking.Write(file, source.Claims));
            // What people read must not get in between what programs read.
            var people = target == RanksFile.StandardOutput ? error : output;
            if (source.Truth is not null)
                ReportText.Write(people, EvaluationReport.Of(ranking.Judged(), ReportText.Thresholds));
            return Summarise(source, explained is null || ranking.Explain(explained, people, error), target, error);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return Unreadable;
        }
    }

    private static int Summarise(BatchSource source, bool wasExplained, string? target, TextWriter error)
    {
        source.Notes.Finish();
        var done = target switch { null => "read", RanksFile.StandardOutput => "ranked", _ => $"ranked into {target}" };
        error.WriteLine(FormattableString.Invariant($"{source.Claims.Count:N0} claims {done}, {source.Items.Count:N0} items. Lines left out: {source.Notes.LeftOut:N0}."));
        if (!wasExplained)
            return Unreadable;
        return source.Notes.LeftOut == 0 ? Good : SomeLeftOut;
    }
}
