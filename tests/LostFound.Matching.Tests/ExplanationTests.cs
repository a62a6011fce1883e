using System.Text.Json;
using Xunit;

namespace LostFound.Matching.Tests;

public class ExplanationTests
{
    [Theory]
    [InlineData("kind", "Backpack = backpack")]
    [InlineData("colours", "blue is close to navy")]
    [InlineData("words", "rare word 'caricature' in both")]
    [InlineData("place", "Found at carousel, one of the places the guest named")]
    [InlineData("time", "Found 25 min after the loss was noticed")]
    public void Staff_read_why(string comparison, string detail)
    {
        var claim = Make.Claim(language: "fr", description: "avec une caricature");
        var item = Make.Item(description: "caricature in pocket");
        Assert.Equal(detail, Make.Contribution(comparison, claim, item).Detail);
    }

    [Fact]
    public void A_typing_slip_is_shown_as_such() =>
        Assert.Contains("(written 'zebrafsh')", Make.Contribution(
            "words", Make.Claim(description: "zebrafish"), Make.Item(description: "zebrafsh")).Detail, StringComparison.Ordinal);

    [Fact]
    public void The_score_is_nothing_but_the_prior_and_what_is_shown()
    {
        var score = Benchmark.Filled.Score(Make.Claim(), Make.Item())!;
        Assert.Equal(["kind", "colours", "photo", "brand", "place", "time", "words"], score.Contributions.Select(c => c.Comparison));
        Assert.Equal(score.PriorBits + score.Contributions.Sum(c => c.Bits), score.Bits, 9);
        Assert.Equal(1 / (1 + Math.Pow(2, -score.Bits)), score.Probability, 12);
    }

    [Fact]
    public void No_comparison_exceeds_its_limit()
    {
        var limits = MatchingModel.Default.Limits;
        foreach (var claim in Benchmark.Claims.Take(60))
        {
            foreach (var contribution in Benchmark.Filled.CandidatesFor(claim, 20).SelectMany(pair => pair.Score.Contributions))
                Assert.InRange(contribution.Bits, -limits[contribution.Comparison], limits[contribution.Comparison]);
        }
    }

    [Fact]
    public void A_model_survives_the_trip_through_json()
    {
        var read = JsonSerializer.Deserialize<MatchingModel>(JsonSerializer.Serialize(MatchingModel.Default))!;
        var matcher = new Matcher(read, Benchmark.Places);
        var item = Make.Item(brand: "Nike", description: "camo, sticker");
        matcher.Upsert(item);
        Assert.Equal(Benchmark.Holding([item]).Score(Make.Claim(), item)!.Bits, matcher.Score(Make.Claim(), item)!.Bits);
    }

    [Fact]
    public void An_empty_claim_scores_below_the_prior_or_near_it()
    {
        var claim = new LossClaim("C", "en", null, [], "", "", "", [], null, null);
        var best = Benchmark.Filled.CandidatesFor(claim, 1)[0];
        Assert.True(best.Score.Probability < 0.01, "A claim that says nothing must not be used to fish.");
    }

    [Fact]
    public void A_desk_that_holds_one_item_is_not_sure_of_it()
    {
        var matcher = Benchmark.Holding([Make.Item(colours: "black", place: "teacups", foundAt: Make.Noon.AddHours(10))]);
        Assert.True(matcher.CandidatesFor(Make.Claim(colours: "black"), 1)[0].Score.Probability < MatchingModel.Default.SuggestProbability);
    }
}
