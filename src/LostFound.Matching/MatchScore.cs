namespace LostFound.Matching;

/// <summary>What one comparison adds to a score, and why. Staff read <paramref name="Detail"/>; the sum uses <paramref name="Bits"/>.</summary>
/// <param name="Comparison">One of <c>kind</c>, <c>colours</c>, <c>photo</c>, <c>brand</c>, <c>place</c>, <c>time</c>, <c>words</c>.</param>
/// <param name="Level">Stable key of the level reached, for example <c>same</c>, <c>near</c>, <c>differs</c>.</param>
/// <param name="Bits">log2 of the likelihood ratio after damping; positive speaks for the pair, negative against it.</param>
/// <param name="Detail">The finding in plain English.</param>
public sealed record Contribution(string Comparison, string Level, double Bits, string Detail);

/// <summary>
/// How likely a claim and an item are the same object. The explanation is the score's own data:
/// there is no number here that is not the prior or one of the contributions.
/// </summary>
/// <param name="PriorBits">log2 odds before anything was compared.</param>
/// <param name="Contributions">One entry a comparison, always in the same order.</param>
public sealed record MatchScore(double PriorBits, IReadOnlyList<Contribution> Contributions)
{
    /// <summary>log2 odds: the prior plus every contribution.</summary>
    public double Bits
    {
        get
        {
            var sum = PriorBits;
            foreach (var contribution in Contributions)
                sum += contribution.Bits;
            return sum;
        }
    }

    /// <summary>The same odds as a probability, strictly between 0 and 1 for any finite score.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Bits));
}

/// <summary>A scored candidate.</summary>
/// <param name="ClaimId">Key of the claim.</param>
/// <param name="ItemId">Key of the item.</param>
/// <param name="Score">Score with its explanation.</param>
public sealed record ScoredPair(string ClaimId, string ItemId, MatchScore Score);
