using System.CommandLine;
using LostFound.Matching.Fitting;
using LostFound.Web.Configuration;

namespace LostFound.Web.Commands.Match;

/// <summary><c>match fit</c>: new weights from what staff decided, put to the test before anybody uses them.</summary>
internal static class MatchFit
{
    /// <param name="clock">Gives the new version its day.</param>
    public static Command Create(TimeProvider? clock = null)
    {
        var files = new BatchOptions(required: false);
        var options = new FitOptions();
        var fit = new Command("fit", $"Fit the weights of matching.json anew, to what staff confirmed and rejected (--data) or to files (--items, --claims, --pairs). A third of the claims is held out; new weights are written only when these are judged better by them. Needs {FittingTrial.FewestMatches} matched claims. {CommandData.ExitCodes}")
        {
            files.Items, files.Claims, files.Places, files.Pairs, files.Config,
            options.Data, options.Out, options.Write, options.Folds, options.Ablations, options.Pull, options.Seed,
        };
        fit.TreatUnmatchedTokensAsErrors = false; // told by UnknownWords, with a hint
        fit.SetAction((parsed, _) => RunAsync(parsed, files, options, clock ?? TimeProvider.System));
        return fit;
    }

    private static Task<int> RunAsync(ParseResult parsed, BatchOptions files, FitOptions options, TimeProvider clock)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (UnknownWords.Any(parsed, error))
            return Task.FromResult(CommandData.NotUsable);
        if (parsed.GetValue(options.Data) is not { } data)
            return Task.FromResult(RunOnFiles(parsed, files, options, clock));
        if (!File.Exists(Path.Combine(data, "lostfound.db")))
        {
            error.WriteLine($"There is no database in {data}.");
            return Task.FromResult(CommandData.NotUsable);
        }
        string[] settings = ["--LostFound:DataFolder", data, .. parsed.GetValue(files.Config) is { } folder ? ["--LostFound:ConfigFolder", folder] : Array.Empty<string>()];
        return CommandData.RunAsync(parsed, async opened =>
            Run(parsed, options, await FitInput.OfVenueAsync(opened.Store, opened.Venue, opened.ConfigFolder), clock), settings);
    }

    private static int RunOnFiles(ParseResult parsed, BatchOptions files, FitOptions options, TimeProvider clock)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (parsed.GetValue(files.Items) is null || parsed.GetValue(files.Claims) is null || parsed.GetValue(files.Pairs) is null)
        {
            error.WriteLine("Name what to fit to: --data FOLDER, or --items, --claims and --pairs.");
            return CommandData.NotUsable;
        }
        try
        {
            if (BatchSource.Read(parsed, files, new Progress(error, TimeProvider.System), error) is not { } source)
                return CommandData.NotUsable;
            source.Notes.Finish();
            return Run(parsed, options, FitInput.Of(source, parsed.GetValue(files.Config)), clock);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return CommandData.NotUsable;
        }
    }

    private static int Run(ParseResult parsed, FitOptions options, FitInput input, TimeProvider clock)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        FitText.WriteSample(output, input.Decisions);
        if (input.Decisions.Matched < FittingTrial.FewestMatches)
        {
            error.WriteLine(FormattableString.Invariant($"Too few decisions: {input.Decisions.Matched} claims have their item, and fitting needs {FittingTrial.FewestMatches}. Nothing was written."));
            return CommandData.Refused;
        }
        var fitting = options.Read(parsed);
        var (target, write, folds) = (parsed.GetValue(options.Out), parsed.GetValue(options.Write), parsed.GetValue(options.Folds));
        if (folds > 0)
            FitText.WriteCrossValidation(output, input.Decisions, input.Start, folds, parsed.GetValue(options.Ablations), fitting);
        if (folds > 0 && target is null && !write)
            return CommandData.Done;
        if (write && input.ConfigFolder is null)
        {
            error.WriteLine("--write needs to know whose matching.json: add --config FOLDER.");
            return CommandData.NotUsable;
        }
        var trial = FittingTrial.Run(input.Decisions, input.Start, fitting);
        FitText.WriteTrial(output, trial);
        if (!trial.IsBetter)
        {
            error.WriteLine($"The new weights are not better: {string.Join("; ", FitText.Objections(trial))}. Nothing was written.");
            return CommandData.Refused;
        }
        Save(input, trial, target, write, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), output);
        return CommandData.Done;
    }

    private static void Save(FitInput input, FittingTrial trial, string? target, bool write, DateOnly today, TextWriter output)
    {
        var beside = input.ConfigFolder ?? Path.GetDirectoryName(Path.GetFullPath(target ?? FileNames.Matching))!;
        var file = FittedFile.Of(input, trial, today, version => File.Exists(Path.Combine(beside, FittedFile.KeptName(version))));
        if (target is not null)
        {
            FittedFile.Write(target, file);
            output.WriteLine($"The new weights are better. Version {file.ModelVersion} is in {target}.");
        }
        if (write)
        {
            var kept = FittedFile.Replace(input.ConfigFolder!, file, input.Basis.ModelVersion);
            output.WriteLine($"The new weights are better. {FileNames.Matching} is version {file.ModelVersion} now; the old one is {kept} beside it.");
        }
        if (target is null && !write)
            output.WriteLine("The new weights are better. Nothing was written: add --out FILE, or --write for the venue's own file.");
    }
}
