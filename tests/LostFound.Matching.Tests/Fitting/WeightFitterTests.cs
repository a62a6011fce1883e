using LostFound.Matching.Evaluation;
using LostFound.Matching.Fitting;
using Xunit;

namespace LostFound.Matching.Tests.Fitting;

public class WeightFitterTests
{
    private static readonly FittingOptions Quick = new() { HardestPairs = 30, DrawnPairs = 30 };
    private static readonly Lazy<DecisionSet> Small = new(() => Decisions(90, 30, 500));

    [Fact]
    public void What_is_fitted_is_what_the_matcher_scores()
    {
        var model = MatchingModel.Default;
        var matcher = Small.Value.Filled(model);
        var reader = new PairReader(model, Small.Value);
        foreach (var claim in Small.Value.Claims.Take(40).Select(decided => decided.Claim))
        {
            foreach (var pair in matcher.CandidatesFor(claim, 20))
            {
                var features = reader.Extract(claim, pair.ItemId)!.ToLookup(feature => feature.Weight.Comparison, StringComparer.Ordinal);
                foreach (var part in pair.Score.Contributions)
                {
                    var limit = model.Limits[part.Comparison];
                    var bits = features[part.Comparison].Sum(feature => feature.Weight.In(model) * feature.Value);
                    Assert.Equal(part.Bits, Math.Clamp(bits, -limit, limit), tolerance: 0.0005);
                }
                Assert.Empty(features.Select(group => group.Key).Except(pair.Score.Contributions.Select(part => part.Comparison), StringComparer.Ordinal));
                Assert.Equal(pair.Score.PriorBits, PairReader.PriorBits(model, Small.Value.Items.Count, model.ExpectedMatchShare), tolerance: 0.0005);
            }
        }
    }

    [Fact]
    public void An_impossible_pair_has_no_features()
    {
        var item = Make.Item(foundAt: Make.Noon.AddDays(-3));
        var reader = new PairReader(MatchingModel.Default, new DecisionSet([item], [], Benchmark.Places));
        Assert.Null(reader.Extract(Make.Claim(), item.Id));
        Assert.Null(reader.Extract(Make.Claim(), "not held"));
    }

    [Fact]
    public void Weights_that_were_spoilt_are_mended()
    {
        var spoilt = Spoilt();
        var fitted = new WeightFitter(Small.Value, spoilt, Quick).Fit(Small.Value.Claims);
        var (before, after) = (Loss(spoilt), Loss(fitted));
        Assert.True(after < 0.6 * before, $"{before} → {after}");
        Assert.True(fitted.Levels["kind"]["differs"] < spoilt.Levels["kind"]["differs"]);

        static double Loss(MatchingModel model) => Measures.LogLoss(Judge.Rank(model, Small.Value, Small.Value.Claims));
    }

    [Fact]
    public void Only_weights_of_what_was_seen_move()
    {
        var start = MatchingModel.Default;
        var without = Small.Value.Claims.Select(decided => decided with { Claim = decided.Claim with { LostFrom = null, LostTo = null } }).ToList();
        var fitted = new WeightFitter(Small.Value with { Claims = without }, start, Quick).Fit(without);
        Assert.Equal(start.Levels["time"].Where(level => level.Key != "unknown"), fitted.Levels["time"].Where(level => level.Key != "unknown"));
        Assert.NotEqual(start.Levels["kind"], fitted.Levels["kind"]);
        Assert.Equal((start.ExpectedMatchShare, start.SuggestProbability, start.Words.TypoShare), (fitted.ExpectedMatchShare, fitted.SuggestProbability, fitted.Words.TypoShare));
        Assert.Same(start.Limits, fitted.Limits);
    }

    [Fact]
    public void Fitting_twice_gives_the_same_weights()
    {
        var first = new WeightFitter(Small.Value, Spoilt(), Quick).Fit(Small.Value.Claims);
        var second = new WeightFitter(Small.Value, Spoilt(), Quick).Fit(Small.Value.Claims);
        Assert.Equal(WeightName.AllOf(first).Select(name => (name, name.In(first))), WeightName.AllOf(second).Select(name => (name, name.In(second))));
    }

    [Fact]
    public void Of_a_claim_that_only_ruled_items_out_nothing_else_is_taken_for_false()
    {
        var decided = Small.Value.Claims.First(claim => claim.ItemId is not null) with { ItemId = null, RuledOut = [Small.Value.Items[0].Id, Small.Value.Items[1].Id] };
        var sample = PairSample.Draw(Small.Value with { Claims = [decided] }, MatchingModel.Default, Quick);
        Assert.InRange(sample.Of(decided).Count(), 0, 2);
        Assert.DoesNotContain(sample.Of(decided), pair => pair.IsTrue);
        Assert.Empty(Judge.Rank(MatchingModel.Default, Small.Value, [decided])[0].Candidates.Select(c => c.ItemId).Except(decided.RuledOut, StringComparer.Ordinal));
    }

    /// <summary>So many matched and unmatched claims of the benchmark, their items, and others up to a number.</summary>
    internal static DecisionSet Decisions(int matched, int unmatched, int items)
    {
        var claims = Benchmark.Claims.Where(claim => Benchmark.Truth.ContainsKey(claim.Id)).Take(matched)
            .Concat(Benchmark.Claims.Where(claim => !Benchmark.Truth.ContainsKey(claim.Id)).Take(unmatched))
            .Select(claim => new DecidedClaim(claim, Benchmark.Truth.GetValueOrDefault(claim.Id))).ToList();
        var own = claims.Select(claim => claim.ItemId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new DecisionSet([.. Benchmark.Items.OrderByDescending(item => own.Contains(item.Id)).Take(items)], claims, Benchmark.Places);
    }

    /// <summary>Weights of a venue that turned the wrong knobs.</summary>
    internal static MatchingModel Spoilt() => WeightName.Put(MatchingModel.Default,
    [
        (new("kind", "differs"), 4), (new("kind", "same"), -2), (new("time", "during"), -3), (new("time", "within-30-min"), -3),
        (new("colours", "differs"), 2), (new("words", nameof(WordWeights.EachOnlyInClaim)), 0),
    ]);
}
