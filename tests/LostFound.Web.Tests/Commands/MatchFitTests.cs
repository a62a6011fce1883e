using LostFound.Matching.Fitting;
using LostFound.Web.Commands;
using LostFound.Web.Commands.Match;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Configuration;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Commands;

public sealed class MatchFitTests : IDisposable
{
    private readonly BatchFolder folder = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public MatchFitTests()
    {
        // The first claims with all that happened on their days is plenty, and quick.
        var pairs = File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, "pairs.tsv")).Take(81).ToArray();
        var own = pairs.Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[1], cells => cells[0]);
        var items = File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, "items.jsonl")).ToList();
        folder.Write("pairs.tsv", pairs);
        folder.Write("items.jsonl", [.. items.Where((line, at) => at % 12 == 0 || own.ContainsKey(line.Split('"')[3]))]);
        folder.Write("claims.jsonl", [.. File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, "claims.jsonl")).Where(line => own.ContainsValue(line.Split('"')[3]))]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Spoilt_weights_are_mended_written_with_a_new_version_and_the_old_are_kept()
    {
        using var venue = Spoilt.Venue();

        var (code, output, error) = Fit("--config", venue.Path, "--write");

        Assert.Equal((CommandData.Done, ""), (code, error));
        Assert.Contains("matching.json is version 2026-11-22.1 now; the old one is matching.1.json beside it.", output, StringComparison.Ordinal);
        Assert.Matches(@"log loss, bits a claim: \d+\.\d+ before, \d+\.\d+ after; change -", output);
        var config = VenueFolder.Good(venue.Load());
        Assert.Equal(("2026-11-22.1", 0.5, 10), (config.Matching.ModelVersion, config.Matching.ExpectedMatchShare, config.Matching.MaxCandidates));
        Assert.Equal(("1", 53, 27, 80, 0), (config.Matching.Fitted!.From, config.Matching.Fitted.Claims, config.Matching.Fitted.HeldOut, config.Matching.Fitted.Matched, config.Matching.Fitted.RuledOut));
        Assert.Equal(new DateOnly(2026, 11, 22), config.Matching.Fitted.On);
        var model = VenueModel.Of(config);
        Assert.Equal(config.Matching.Weights!["kind"], model.Levels["kind"]);
        Assert.True(model.Levels["kind"]["differs"] < Spoilt.KindDiffers);
        Assert.Contains("\"differs\": 4", File.ReadAllText(venue["matching.1.json"]), StringComparison.Ordinal);
        Assert.Equal(0, BatchFolder.Run(CheckConfig.Create(), venue.Path).Code);
    }

    [Fact]
    public void A_second_fit_of_a_day_gets_the_next_number()
    {
        using var venue = Spoilt.Venue();
        venue.Replace("matching.json", "\"modelVersion\": \"1\"", "\"modelVersion\": \"2026-11-22.1\"");

        Assert.Equal(CommandData.Done, Fit("--config", venue.Path, "--out", folder["matching.json"]).Code);

        Assert.Contains("\"modelVersion\": \"2026-11-22.2\"", File.ReadAllText(folder["matching.json"]), StringComparison.Ordinal);
        Assert.Equal("2026-11-22.1", VenueFolder.Good(venue.Load()).Matching.ModelVersion);
    }

    [Fact]
    public void Weights_that_are_no_better_are_not_written()
    {
        // Held so tightly, they come out as they went in.
        var (code, output, error) = Fit("--out", folder["matching.json"], "--pull", "100000000");

        Assert.Equal(CommandData.Refused, code);
        Assert.Contains("The new weights are not better: the held-out claims surprise them no less (log loss). Nothing was written.", error, StringComparison.Ordinal);
        Assert.Contains("before", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["matching.json"]));
    }

    [Fact]
    public void Too_few_decisions_are_refused_with_the_number_needed()
    {
        folder.Write("pairs.tsv", [.. File.ReadLines(folder["pairs.tsv"]).Take(FittingTrial.FewestMatches)]);

        var (code, _, error) = Fit("--out", folder["matching.json"]);

        Assert.Equal(CommandData.Refused, code);
        Assert.Equal("Too few decisions: 49 claims have their item, and fitting needs 50. Nothing was written.\n", error);
    }

    [Fact]
    public void Folds_print_cross_validated_figures_and_write_nothing()
    {
        var (code, output, _) = Fit("--folds", "2", "--ablations");

        Assert.Equal(CommandData.Done, code);
        Assert.Contains("cross-validated, 2 folds by claim", output, StringComparison.Ordinal);
        Assert.Contains("no place or time, cross-validated with weights fitted to what is left", output, StringComparison.Ordinal);
        Assert.DoesNotContain("log loss", output, StringComparison.Ordinal);
        Assert.Equal(4 * (3 + (2 * Ablation.Of(LostFound.Matching.MatchingModel.Default).Count)) + 1, output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("--folds", "1")]
    [InlineData("--folds", "many")]
    [InlineData("--pull", "strongly")]
    [InlineData("--pull", "0")]
    [InlineData("--write")]
    public void What_cannot_be_done_is_refused(params string[] line)
    {
        var (code, _, error) = Fit(line);

        Assert.NotEqual(CommandData.Done, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_misspelt_option_is_not_taken_for_none() =>
        Assert.Equal((CommandData.NotUsable, "'--ablation' means nothing to this command. Did you mean '--ablations'?\n"), Only(Fit("--ablation")));

    [Fact]
    public void Without_decisions_or_files_it_asks_for_them() =>
        Assert.Equal((CommandData.NotUsable, "Name what to fit to: --data FOLDER, or --items, --claims and --pairs.\n"), Only(BatchFolder.Run(MatchFit.Create(clock))));

    [Fact]
    public void A_folder_without_a_database_is_left_as_it_is()
    {
        var (code, error) = Only(BatchFolder.Run(MatchFit.Create(clock), "--data", folder["nowhere"]));

        Assert.Equal(CommandData.NotUsable, code);
        Assert.Contains("There is no database in", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["nowhere"]));
    }

    private static (int Code, string Error) Only((int Code, string Output, string Error) run) => (run.Code, run.Error);

    private (int Code, string Output, string Error) Fit(params string[] more) => BatchFolder.Run(MatchFit.Create(clock), [
        "--items", folder["items.jsonl"], "--claims", folder["claims.jsonl"], "--places", folder["places.json"], "--pairs", folder["pairs.tsv"], .. more]);
}

/// <summary>A venue that turned the wrong knobs.</summary>
internal static class Spoilt
{
    public const double KindDiffers = 4;

    public static VenueFolder Venue()
    {
        var venue = new VenueFolder();
        venue.Replace("matching.json", "\"maxCandidates\": 10", """
            "weights": { "kind": { "differs": 4, "same": -2 }, "time": { "during": -3, "within-30-min": -3 }, "colours": { "differs": 2 } }, "maxCandidates": 10
            """);
        return venue;
    }
}
