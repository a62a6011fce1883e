using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Scoring;

namespace LostFound.Matching.Index;

/// <summary>
/// A claim's terms with everything in the index that agrees with them: the term itself, or words one typing slip away.
/// Tallies a row from its term numbers alone; the same tally as <see cref="WordsComparison.Compare"/> makes from texts.
/// </summary>
internal sealed class ClaimTerms
{
    private readonly Agreement[] _agreements;
    private readonly int _features;
    private readonly int[] _best;

    public ClaimTerms(TermSet claim, IndexedTerms table, Scorer scorer, Rarities rarities)
    {
        var agreements = new List<Agreement>();
        for (var at = 0; at < claim.Count; at++)
        {
            var term = claim.Terms[at];
            var number = table.Find(term);
            if (number >= 0)
                agreements.Add(new Agreement(number, at, Rank: -1, TermSet.IsFeature(term), rarities.Term(number)));
            var slips = table.OneSlipFrom(term);
            slips.Sort((a, b) => string.CompareOrdinal(table[a], table[b]));
            for (var rank = 0; rank < slips.Count; rank++)
                agreements.Add(new Agreement(slips[rank], at, rank, IsFeature: false, scorer.TypoRarity(rarities.Term(number, slips[rank]))));
        }
        agreements.Sort((a, b) => a.Term.CompareTo(b.Term));
        _agreements = [.. agreements];
        _features = claim.FeatureCount;
        _best = new int[claim.Count];
    }

    /// <summary>Every term that agrees, with the rarity it would count with.</summary>
    public IEnumerable<(int Term, bool IsFeature, double Rarity)> All =>
        _agreements.Select(agreement => (agreement.Term, agreement.IsFeature, agreement.Rarity));

    /// <param name="terms">The item's term numbers, ascending.</param>
    /// <param name="features">How many of them are features.</param>
    public WordsComparison.Tally Tally(ReadOnlySpan<int> terms, int features)
    {
        // Of several words that agree with one of the claim's, the best counts: itself, else the first misspelling.
        Array.Fill(_best, -1);
        for (int at = 0, row = 0; at < _agreements.Length && row < terms.Length;)
        {
            var order = _agreements[at].Term.CompareTo(terms[row]);
            if (order > 0)
            {
                row++;
                continue;
            }
            if (order == 0 && (_best[_agreements[at].Own] is var best && (best < 0 || _agreements[at].Rank < _agreements[best].Rank)))
                _best[_agreements[at].Own] = at;
            at++;
        }
        var tally = new WordsComparison.Tally();
        var shared = 0;
        foreach (var best in _best)
        {
            if (best < 0)
                continue;
            tally.Agree(_agreements[best].IsFeature, _agreements[best].Rarity);
            shared += _agreements[best].IsFeature ? 1 : 0;
        }
        tally.OnlyInClaim = _features - shared;
        tally.OnlyInItem = features - shared;
        return tally;
    }

    /// <param name="Term">A term that may stand in an item.</param>
    /// <param name="Own">Which of the claim's terms it agrees with.</param>
    /// <param name="Rank">-1 for the term itself, else its place among the misspellings.</param>
    private readonly record struct Agreement(int Term, int Own, int Rank, bool IsFeature, double Rarity);
}
