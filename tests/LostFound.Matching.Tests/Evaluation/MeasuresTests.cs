using LostFound.Matching.Evaluation;
using Xunit;

namespace LostFound.Matching.Tests.Evaluation;

public class MeasuresTests
{
    /// <summary>Small enough to be worked out by hand.</summary>
    private static readonly JudgedClaim[] Claims =
    [
        Claim("first", "en", "a", ("a", 0.95), ("b", 0.05)),
        Claim("second", "fr", "b", ("a", 0.92), ("b", 0.45)),
        Claim("unlisted", "fr", "z", ("a", 0.25)) with { UnlistedTruth = 0.125 },
        Claim("without", "en", null, ("a", 0.97)),
        Claim("nothing found", "de", "c"),
    ];

    [Fact]
    public void Recall_counts_claims_whose_item_is_high_enough()
    {
        Assert.Equal(1 / 4.0, Measures.Recall(Claims, 1), 12);
        Assert.Equal(2 / 4.0, Measures.Recall(Claims, 2), 12);
        Assert.Equal(2 / 4.0, Measures.Recall(Claims, 10), 12);
        Assert.Equal((1 + 0.5) / 4, Measures.MeanReciprocalRank(Claims), 12);
    }

    [Fact]
    public void Suggestions_are_first_candidates_that_are_sure_enough()
    {
        var at90 = EvaluationReport.Of(Claims, [0.9]).Suggestions[0];
        Assert.Equal(3, at90.Suggested);
        Assert.Equal(1 / 3.0, at90.Precision.Value, 12);
        Assert.Equal(1 / 4.0, at90.Coverage.Value, 12);
        Assert.Equal(100, at90.FalsePerHundredWithout.Value, 12);
        Assert.Equal(1 / 3.0, Measures.Precision(Claims, 0.9), 12);
        Assert.Equal(1, Measures.Precision(Claims, 0.99));
    }

    [Fact]
    public void Calibration_error_is_the_distance_in_ten_bins_weighed_by_candidates()
    {
        // Bins: 0.9-1 holds .95 (right), .92, .97; 0.4-0.5 holds .45 (right); 0.2-0.3 holds .25; 0-0.1 holds .05.
        var expected = (Math.Abs(1 - (0.95 + 0.92 + 0.97)) + Math.Abs(1 - 0.45) + 0.25 + 0.05) / 6;
        Assert.Equal(expected, Measures.CalibrationError(Claims), 12);
        Assert.Equal(new ReliabilityBin(3, 1, 0.95 + 0.92 + 0.97), Measures.Reliability(Claims)[9]);
    }

    [Theory]
    [InlineData(1.0, 9)]
    [InlineData(1.5, 9)]
    [InlineData(0.1, 1)]
    [InlineData(0.0999, 0)]
    [InlineData(-1, 0)]
    public void A_probability_falls_into_its_tenth(double probability, int bin) =>
        Assert.Equal(1, Measures.Reliability([Claim("c", "en", null, ("a", probability))])[bin].Candidates);

    [Fact]
    public void Log_loss_is_the_surprise_of_what_was_listed_and_of_a_truth_that_was_not()
    {
        JudgedClaim[] claims = [Claim("c", "en", "a", ("a", 0.5), ("b", 0.75)), Claims[2]];
        var first = 1 + 2;
        var second = -Math.Log2(0.75) + 3;
        Assert.Equal((first + second) / 2, Measures.LogLoss(claims), 12);
    }

    [Fact]
    public void A_shift_moves_every_odds_by_so_many_bits()
    {
        // Even odds moved up by one bit are 2 to 1.
        Assert.Equal(-Math.Log2(2 / 3.0), Measures.LogLoss([Claim("c", "en", "a", ("a", 0.5))], shiftBits: 1), 12);
        Assert.Equal(-Math.Log2(1 / 3.0), Measures.LogLoss([Claim("c", "en", null, ("a", 0.5))], shiftBits: 1), 12);
    }

    [Fact]
    public void Certainty_that_is_wrong_costs_much_but_not_everything() =>
        Assert.InRange(Measures.LogLoss([Claim("c", "en", null, ("a", 1))]), 30, 100);

    [Fact]
    public void The_report_tells_languages_apart()
    {
        var report = EvaluationReport.Of(Claims, [0.5]);
        Assert.Equal((5, 4, 3), (report.Claims, report.All.Claims, report.NotEnglish.Claims));
        Assert.Equal(["de", "en", "fr"], report.ByLanguage.Keys);
        Assert.Equal(1, report.ByLanguage["en"].Recall[1].Value);
        Assert.Equal(0.5, report.ByLanguage["fr"].Recall[3].Value);
        Assert.Equal(0.25, report.ByLanguage["fr"].MeanReciprocalRank);
    }

    [Fact]
    public void No_claims_at_all_measure_as_nothing()
    {
        var report = EvaluationReport.Of([], [0.9]);
        Assert.Equal((0, 0.0, 0.0), (report.All.Claims, report.All.Recall[1].Value, report.CalibrationError.Value));
        Assert.Equal(new Interval(0, 0, 1), report.Suggestions[0].Precision);
    }

    private static JudgedClaim Claim(string id, string language, string? truth, params (string Item, double Probability)[] candidates) =>
        new(id, language, truth, [.. candidates.Select(c => new RankedItem(c.Item, c.Probability))]);
}
