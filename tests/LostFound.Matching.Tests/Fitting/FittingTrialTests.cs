using LostFound.Matching.Evaluation;
using LostFound.Matching.Fitting;
using Xunit;

namespace LostFound.Matching.Tests.Fitting;

public class FittingTrialTests
{
    private static readonly FittingOptions Quick = new() { HardestPairs = 30, DrawnPairs = 30 };
    private static readonly Lazy<DecisionSet> Small = new(() => WeightFitterTests.Decisions(75, 15, 300));

    [Fact]
    public void Weights_that_can_be_mended_pass_the_trial()
    {
        var trial = FittingTrial.Run(Small.Value, WeightFitterTests.Spoilt(), Quick);
        Assert.True(trial.IsBetter);
        Assert.True(trial.LogLossChange.High < 0, $"{trial.LogLossChange}");
        Assert.Equal((60, 30), (trial.FittedTo, trial.Before.Count));
        Assert.Equal(trial.Before.Select(claim => claim.ClaimId), trial.After.Select(claim => claim.ClaimId));
        Assert.Equal(trial.LogLossAfter - trial.LogLossBefore, trial.LogLossChange.Value, 9);
    }

    [Fact]
    public void Weights_fitted_to_wrong_decisions_fail_it()
    {
        // The fitting part says the opposite of the truth: each claim goes with an item that looks nothing like its own.
        var heldOut = Folds.Of(Small.Value.Claims, 3, Quick.Seed).Where(part => part.Value == 0).Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        var items = Small.Value.Items.OrderBy(item => item.FoundAt).ToList();
        var wrong = Small.Value.Claims.Select((decided, at) => decided.ItemId is null || heldOut.Contains(decided.Claim.Id) ? decided : decided with { ItemId = items[^(at + 1)].Id });
        var trial = FittingTrial.Run(Small.Value with { Claims = [.. wrong] }, MatchingModel.Default, Quick with { Pull = 0.01 });
        Assert.False(trial.IsBetter);
        Assert.False(trial.IsLogLossBetter);
    }

    [Fact]
    public void Too_few_matched_claims_are_refused()
    {
        var few = WeightFitterTests.Decisions(FittingTrial.FewestMatches - 1, 20, 200);
        Assert.Throws<ArgumentOutOfRangeException>(() => FittingTrial.Run(few, MatchingModel.Default, Quick));
    }

    [Fact]
    public void Cross_validation_judges_every_claim_once_by_weights_that_never_saw_it()
    {
        var seen = new CrossValidation(Small.Value, MatchingModel.Default, 3, Quick).Run();
        Assert.Equal(Small.Value.Claims.Select(decided => decided.Claim.Id), seen.Select(claim => claim.ClaimId));
        var backwards = new CrossValidation(Small.Value with { Claims = [.. Small.Value.Claims.Reverse()] }, MatchingModel.Default, 3, Quick with { DrawnPairs = 0 }).Run();
        var forwards = new CrossValidation(Small.Value, MatchingModel.Default, 3, Quick with { DrawnPairs = 0 }).Run();
        Assert.Equal(forwards.Select(claim => claim.TopProbability), backwards.Reverse().Select(claim => claim.TopProbability));
    }

    [Fact]
    public void Folds_share_out_matched_claims_evenly_whatever_their_order()
    {
        var claims = Small.Value.Claims;
        var parts = Folds.Of(claims, 5, seed: 1);
        Assert.Equal(parts, Folds.Of(claims.Reverse(), 5, seed: 1));
        var matched = claims.Where(claim => claim.ItemId is not null).GroupBy(claim => parts[claim.Claim.Id]).Select(part => part.Count());
        Assert.Equal([15, 15, 15, 15, 15], matched);
    }

    [Fact]
    public void What_is_left_out_no_longer_counts_and_the_rest_does()
    {
        var claim = Make.Claim(language: "en", description: "zebra sticker, camo");
        var item = Make.Item(description: "zebra sticker, camo");
        foreach (var ablation in Ablation.Of(MatchingModel.Default))
        {
            var matcher = new Matcher(ablation.Apply(MatchingModel.Default), Benchmark.Places);
            matcher.Upsert(item);
            var full = Benchmark.Holding([item]).Score(claim, item)!.Contributions;
            foreach (var (with, without) in full.Zip(matcher.Score(claim, item)!.Contributions))
            {
                if (ablation.Silences(new WeightName(with.Comparison, with.Level)))
                    Assert.Equal(0, without.Bits);
                else if (with.Comparison != "words")
                    Assert.Equal(with.Bits, without.Bits);
            }
        }
    }

    [Fact]
    public void Evidence_left_out_makes_the_ranking_no_better()
    {
        var validation = new CrossValidation(Small.Value, MatchingModel.Default, 3, Quick);
        var full = Measures.LogLoss(validation.Run());
        var words = Ablation.Of(MatchingModel.Default).Single(ablation => ablation.Name == "no words at all");
        Assert.True(Measures.LogLoss(validation.RunWithout(words)) > full);
    }
}
