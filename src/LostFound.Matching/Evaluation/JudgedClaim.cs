namespace LostFound.Matching.Evaluation;

/// <summary>One line of a ranking.</summary>
/// <param name="ItemId">Key of the item.</param>
/// <param name="Probability">What the matcher believed, 0 to 1.</param>
public sealed record RankedItem(string ItemId, double Probability);

/// <summary>What was ranked for one claim, beside the truth.</summary>
/// <param name="ClaimId">Key of the claim.</param>
/// <param name="Language">Language of the claim's text, two letters.</param>
/// <param name="TrueItem">The item that is the guest's; null when none of those held is.</param>
/// <param name="Candidates">Best first.</param>
public sealed record JudgedClaim(string ClaimId, string Language, string? TrueItem, IReadOnlyList<RankedItem> Candidates)
{
    /// <summary>
    /// Probability given to the true item when it was too weak to be listed; null when it is listed, impossible or
    /// unknown. Only <see cref="Measures.LogLoss"/> asks for it.
    /// </summary>
    public double? UnlistedTruth { get; init; }

    /// <summary>Whether an item is held that is the guest's.</summary>
    public bool HasItem => TrueItem is not null;

    /// <summary>Probability of the first candidate; 0 when there is none.</summary>
    public double TopProbability => Candidates.Count > 0 ? Candidates[0].Probability : 0;

    /// <summary>Whether the first candidate is the true item.</summary>
    public bool IsTopRight => Candidates.Count > 0 && IsTrue(Candidates[0]);

    /// <summary>Whether a candidate is the true item.</summary>
    /// <param name="candidate">One of <see cref="Candidates"/>.</param>
    public bool IsTrue(RankedItem candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return TrueItem is not null && string.Equals(candidate.ItemId, TrueItem, StringComparison.Ordinal);
    }

    /// <summary>Place of the true item in the list, 1 for the first; null when it isn't listed.</summary>
    public int? RankOfTruth()
    {
        for (var at = 0; at < Candidates.Count; at++)
        {
            if (IsTrue(Candidates[at]))
                return at + 1;
        }
        return null;
    }
}
