using LostFound.Matching.Evaluation;

namespace LostFound.Matching.Fitting;

/// <summary>
/// New weights put to the test before anybody uses them: fitted to two thirds of the claims, and compared with the
/// present ones on the third they have not seen.
/// </summary>
public sealed record FittingTrial
{
    /// <summary>
    /// Fewest matched claims worth fitting to: a third of them is held out, and on fewer than some seventeen one
    /// lucky claim would decide.
    /// </summary>
    public const int FewestMatches = 50;

    private const int Parts = 3;

    private FittingTrial()
    {
    }

    /// <summary>The fitted model: what the held-out claims were judged with, to the last digit.</summary>
    public required MatchingModel Model { get; init; }

    /// <summary>How many claims it was fitted to.</summary>
    public required int FittedTo { get; init; }

    /// <summary>The held-out claims ranked with the model at the start.</summary>
    public required IReadOnlyList<JudgedClaim> Before { get; init; }

    /// <summary>The same claims, in the same order, ranked with <see cref="Model"/>.</summary>
    public required IReadOnlyList<JudgedClaim> After { get; init; }

    /// <summary>
    /// Mean bits of surprise a held-out claim, at the prior of this sample; see <see cref="Measures.LogLoss"/>.
    /// The prior is the venue's to set, and what is put to the test here are the weights.
    /// </summary>
    public required double LogLossBefore { get; init; }

    /// <summary>The same after fitting.</summary>
    public required double LogLossAfter { get; init; }

    /// <summary>After less before, claim by claim: below 0 the new weights are better.</summary>
    public required Interval LogLossChange { get; init; }

    /// <summary>Change in the share of true items that come first.</summary>
    public required Interval RecallChange { get; init; }

    /// <summary>Change in the share of right suggestions, from <see cref="MatchingModel.SuggestProbability"/> on.</summary>
    public required Interval PrecisionChange { get; init; }

    /// <summary>Whether the held-out claims surprise the new weights less.</summary>
    public bool IsLogLossBetter => LogLossAfter < LogLossBefore;

    /// <summary>Whether the true item comes first less often, by more than chance explains.</summary>
    public bool IsRecallWorse => RecallChange.High < 0;

    /// <summary>Whether suggestions are wrong more often, by more than chance explains.</summary>
    public bool IsPrecisionWorse => PrecisionChange.High < 0;

    /// <summary>Whether the new weights may take the place of the old.</summary>
    public bool IsBetter => IsLogLossBetter && !IsRecallWorse && !IsPrecisionWorse;

    /// <summary>Fits and compares. Throws when there are fewer than <see cref="FewestMatches"/> matched claims.</summary>
    /// <param name="decisions">What is known.</param>
    /// <param name="start">The model in use now.</param>
    /// <param name="options">How to fit.</param>
    public static FittingTrial Run(DecisionSet decisions, MatchingModel start, FittingOptions options)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(decisions.Matched, FewestMatches, nameof(decisions));
        var partOf = Folds.Of(decisions.Claims, Parts, options.Seed);
        var heldOut = decisions.Claims.Where(claim => partOf[claim.Claim.Id] == 0).ToList();
        var known = decisions.Claims.Where(claim => partOf[claim.Claim.Id] != 0).ToList();
        // Pairs are drawn from the fitting part alone: nothing of the other may show through.
        var model = new WeightFitter(decisions with { Claims = known }, start, options).Fit(known);
        var shift = PairReader.PriorBits(start, decisions.Items.Count, decisions.MatchShare)
            - PairReader.PriorBits(start, decisions.Items.Count, start.ExpectedMatchShare);
        return Compare(model, known.Count, Judge.Rank(start, decisions, heldOut), Judge.Rank(model, decisions, heldOut), shift);
    }

    private static FittingTrial Compare(
        MatchingModel model, int fittedTo, IReadOnlyList<JudgedClaim> before, IReadOnlyList<JudgedClaim> after, double shift)
    {
        var threshold = model.SuggestProbability;
        return new FittingTrial
        {
            Model = model,
            FittedTo = fittedTo,
            Before = before,
            After = after,
            LogLossBefore = Measures.LogLoss(before, shift),
            LogLossAfter = Measures.LogLoss(after, shift),
            LogLossChange = Change(claims => Measures.LogLoss(claims, shift)),
            RecallChange = Change(claims => Measures.Recall(claims, 1)),
            PrecisionChange = Change(claims => Measures.Precision(claims, threshold)),
        };

        Interval Change(Func<IEnumerable<JudgedClaim>, double> measure) => Bootstrap.Of(
            [.. before.Zip(after)],
            (IReadOnlyList<(JudgedClaim Before, JudgedClaim After)> drawn) =>
                measure(drawn.Select(pair => pair.After)) - measure(drawn.Select(pair => pair.Before)));
    }
}
