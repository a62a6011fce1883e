using LostFound.Matching.Evaluation;

namespace LostFound.Matching.Fitting;

/// <summary>Ranks decided claims with a model as the matcher would in service, limits and all, and holds the truth beside it.</summary>
public static class Judge
{
    /// <summary>How many candidates a claim are listed: as many as staff would ever see.</summary>
    public const int Listed = 10;

    /// <summary>One entry a claim, in their order.</summary>
    /// <param name="model">The model to judge.</param>
    /// <param name="decisions">Whose items are held.</param>
    /// <param name="claims">Some of the decisions' claims; of those that only ruled items out, only these items are listed.</param>
    public static IReadOnlyList<JudgedClaim> Rank(MatchingModel model, DecisionSet decisions, IReadOnlyList<DecidedClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(claims);
        var matcher = decisions.Filled(model);
        var items = decisions.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var judged = new JudgedClaim[claims.Count];
        Parallel.For(0, claims.Count, at => judged[at] = One(matcher, items, claims[at]));
        return judged;
    }

    private static JudgedClaim One(Matcher matcher, Dictionary<string, FoundItem> items, DecidedClaim decided)
    {
        var claim = decided.Claim;
        var listed = decided.RuledOut is { } known
            ? [.. known.Select(id => Score(matcher, claim, items.GetValueOrDefault(id))).OfType<RankedItem>().OrderByDescending(item => item.Probability)]
            : matcher.CandidatesFor(claim, Listed).Select(pair => new RankedItem(pair.ItemId, pair.Score.Probability)).ToList();
        var judged = new JudgedClaim(claim.Id, claim.Language, decided.ItemId, listed);
        return decided.ItemId is { } own && judged.RankOfTruth() is null
            ? judged with { UnlistedTruth = Score(matcher, claim, items.GetValueOrDefault(own))?.Probability }
            : judged;
    }

    private static RankedItem? Score(Matcher matcher, LossClaim claim, FoundItem? item) =>
        item is not null && matcher.Score(claim, item) is { } score ? new RankedItem(item.Id, score.Probability) : null;
}
