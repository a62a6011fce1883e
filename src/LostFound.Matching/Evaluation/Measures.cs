namespace LostFound.Matching.Evaluation;

/// <summary>How good rankings are, as plain numbers; <see cref="EvaluationReport"/> puts intervals around them.</summary>
public static class Measures
{
    /// <summary>Number of bins, equally wide over 0 to 1, in which calibration is looked at.</summary>
    public const int Bins = 10;

    // A probability of exactly 0 or 1 that is wrong would cost infinitely much.
    private const double Certain = 1e-12;

    /// <summary>Share of the claims with an item whose item is among the first <paramref name="top"/>; 0 without any such claim.</summary>
    /// <param name="claims">Claims without an item don't count.</param>
    /// <param name="top">1 or more.</param>
    public static double Recall(IEnumerable<JudgedClaim> claims, int top) =>
        WithItem(claims).Select(claim => claim.RankOfTruth() <= top ? 1.0 : 0.0).DefaultIfEmpty().Average();

    /// <summary>Mean of 1 / rank over the claims with an item; an item that isn't listed counts 0.</summary>
    /// <param name="claims">Claims without an item don't count.</param>
    public static double MeanReciprocalRank(IEnumerable<JudgedClaim> claims) =>
        WithItem(claims).Select(claim => claim.RankOfTruth() is { } rank ? 1.0 / rank : 0).DefaultIfEmpty().Average();

    /// <summary>Share of the suggestions made from a probability on that are right. When none is made nothing is wrong: 1.</summary>
    /// <param name="claims">A claim gets a suggestion when its first candidate reaches the threshold.</param>
    /// <param name="threshold">Probability, 0 to 1.</param>
    public static double Precision(IEnumerable<JudgedClaim> claims, double threshold) =>
        claims.Where(claim => claim.Candidates.Count > 0 && claim.TopProbability >= threshold)
            .Select(claim => claim.IsTopRight ? 1.0 : 0.0).DefaultIfEmpty(1).Average();

    /// <summary>
    /// Expected calibration error (Naeini, Cooper and Hauskrecht 2015) over all listed candidates: the mean distance,
    /// weighted by bin, between what was believed and what came true. 0 is perfect; 0 without candidates.
    /// </summary>
    /// <param name="claims">All claims, with and without an item.</param>
    public static double CalibrationError(IEnumerable<JudgedClaim> claims)
    {
        var bins = Reliability(claims);
        var listed = bins.Sum(bin => bin.Candidates);
        return listed == 0 ? 0 : bins.Sum(bin => Math.Abs(bin.Right - bin.Believed)) / listed;
    }

    /// <summary>The ten bins behind <see cref="CalibrationError"/>, lowest first, empty ones included.</summary>
    /// <param name="claims">All claims, with and without an item.</param>
    public static IReadOnlyList<ReliabilityBin> Reliability(IEnumerable<JudgedClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var (count, right, believed) = (new int[Bins], new int[Bins], new double[Bins]);
        foreach (var claim in claims)
        {
            foreach (var candidate in claim.Candidates)
            {
                var probability = Math.Clamp(candidate.Probability, 0, 1);
                var bin = Math.Min((int)(probability * Bins), Bins - 1);
                count[bin]++;
                right[bin] += claim.IsTrue(candidate) ? 1 : 0;
                believed[bin] += probability;
            }
        }
        return [.. count.Select((candidates, bin) => new ReliabilityBin(candidates, right[bin], believed[bin]))];
    }

    /// <summary>
    /// Mean bits of surprise a claim: −log2 of what was believed of what turned out true, summed over its candidates
    /// and, where it isn't listed, the true item. Lower is better; it rewards both order and honesty of the numbers.
    /// </summary>
    /// <param name="claims">All claims, with and without an item.</param>
    /// <param name="shiftBits">
    /// Added to every log2 odds first. A sample in which every claim has its item is judged fairly only at a prior
    /// that knows so; this is the difference to the prior that the probabilities were computed with.
    /// </param>
    public static double LogLoss(IEnumerable<JudgedClaim> claims, double shiftBits = 0) =>
        claims.Select(claim => SurpriseOf(claim, shiftBits)).DefaultIfEmpty().Average();

    private static double SurpriseOf(JudgedClaim claim, double shiftBits)
    {
        var sum = claim.UnlistedTruth is { } unlisted ? Surprise(unlisted, isTrue: true, shiftBits) : 0;
        foreach (var candidate in claim.Candidates)
            sum += Surprise(candidate.Probability, claim.IsTrue(candidate), shiftBits);
        return sum;
    }

    private static double Surprise(double probability, bool isTrue, double shiftBits)
    {
        var clamped = Math.Clamp(probability, Certain, 1 - Certain);
        var odds = clamped / (1 - clamped) * Math.Pow(2, shiftBits);
        return Math.Log2(1 + (isTrue ? 1 / odds : odds));
    }

    private static IEnumerable<JudgedClaim> WithItem(IEnumerable<JudgedClaim> claims) => claims.Where(claim => claim.HasItem);
}

/// <summary>Candidates whose probability fell into one tenth.</summary>
/// <param name="Candidates">How many.</param>
/// <param name="Right">How many of them were the true item.</param>
/// <param name="Believed">Sum of their probabilities: how many should have been.</param>
public sealed record ReliabilityBin(int Candidates, int Right, double Believed);
