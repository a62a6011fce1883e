namespace LostFound.Matching.Evaluation;

/// <summary>How well the true items of some claims were ranked.</summary>
/// <param name="Claims">Claims with an item.</param>
/// <param name="Recall">k → share of them whose item is among the first k, with Wilson's interval.</param>
/// <param name="MeanReciprocalRank">Mean of 1 / rank.</param>
public sealed record RankQuality(int Claims, IReadOnlyDictionary<int, Interval> Recall, double MeanReciprocalRank);

/// <summary>What would happen if first candidates were suggested unasked from a probability on.</summary>
/// <param name="Threshold">That probability.</param>
/// <param name="Suggested">How many suggestions there would be.</param>
/// <param name="Precision">Share of them that are right.</param>
/// <param name="Coverage">Share of the claims with an item that get it suggested.</param>
/// <param name="FalsePerHundredWithout">Suggestions, all of them false, for every 100 claims without an item.</param>
public sealed record SuggestionQuality(double Threshold, int Suggested, Interval Precision, Interval Coverage, Interval FalsePerHundredWithout);

/// <summary>
/// How good a matcher's rankings are: order, suggestions and honesty of the probabilities. Shares have Wilson's
/// intervals; the calibration error's is bootstrapped over claims.
/// </summary>
public sealed record EvaluationReport
{
    private static readonly int[] Tops = [1, 3, 5, 10];

    /// <summary>All claims, with and without an item.</summary>
    public required int Claims { get; init; }

    /// <summary>Over every claim with an item.</summary>
    public required RankQuality All { get; init; }

    /// <summary>Over those that aren't written in English.</summary>
    public required RankQuality NotEnglish { get; init; }

    /// <summary>By language of the claim, in order of its code.</summary>
    public required IReadOnlyDictionary<string, RankQuality> ByLanguage { get; init; }

    /// <summary>In order of the thresholds asked for.</summary>
    public required IReadOnlyList<SuggestionQuality> Suggestions { get; init; }

    /// <summary>See <see cref="Measures.CalibrationError"/>.</summary>
    public required Interval CalibrationError { get; init; }

    /// <summary>See <see cref="Measures.Reliability"/>.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Measures rankings against the truth.</summary>
    /// <param name="claims">One entry a claim.</param>
    /// <param name="thresholds">Probabilities to look at suggestions from.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static EvaluationReport Of(IReadOnlyList<JudgedClaim> claims, IReadOnlyList<double> thresholds, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(thresholds);
        return new EvaluationReport
        {
            Claims = claims.Count,
            All = Ranks(claims),
            NotEnglish = Ranks(claims.Where(claim => !string.Equals(claim.Language, "en", StringComparison.OrdinalIgnoreCase))),
            ByLanguage = new SortedDictionary<string, RankQuality>(
                claims.Where(claim => claim.HasItem).GroupBy(claim => claim.Language, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, Ranks, StringComparer.Ordinal),
                StringComparer.Ordinal),
            Suggestions = [.. thresholds.Select(threshold => Suggesting(claims, threshold))],
            CalibrationError = Bootstrap.Of(claims, Measures.CalibrationError, seed),
            Reliability = Measures.Reliability(claims),
        };
    }

    private static RankQuality Ranks(IEnumerable<JudgedClaim> claims)
    {
        var matched = claims.Where(claim => claim.HasItem).ToList();
        var ranks = matched.ConvertAll(claim => claim.RankOfTruth());
        return new RankQuality(
            matched.Count,
            Tops.ToDictionary(top => top, top => Interval.OfShare(ranks.Count(rank => rank <= top), ranks.Count)),
            Measures.MeanReciprocalRank(matched));
    }

    private static SuggestionQuality Suggesting(IReadOnlyList<JudgedClaim> claims, double threshold)
    {
        var suggested = claims.Where(claim => claim.Candidates.Count > 0 && claim.TopProbability >= threshold).ToList();
        var right = suggested.Count(claim => claim.IsTopRight);
        var matched = claims.Count(claim => claim.HasItem);
        return new SuggestionQuality(
            threshold,
            suggested.Count,
            Interval.OfShare(right, suggested.Count),
            Interval.OfShare(right, matched),
            Interval.OfShare(suggested.Count(claim => !claim.HasItem), claims.Count - matched).Times(100));
    }
}
