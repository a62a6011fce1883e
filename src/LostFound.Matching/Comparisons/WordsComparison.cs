using System.Runtime.InteropServices;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>Features and words both sides mention; a rare word in both says more than a common one.</summary>
internal static class WordsComparison
{
    public const string Name = "words";

    private const int MostWordsShown = 4;
    private const double RareBits = 6;

    /// <summary>The measurements a score is made of: kept apart so that each can be weighed and fitted.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Tally(double ConceptRarity, double WordRarity, int Agreements, int OnlyInClaim, int OnlyInItem)
    {
        public double Bits(WordWeights weights) =>
            (weights.ConceptRarity * ConceptRarity) + (weights.WordRarity * WordRarity) + (weights.EachAgreement * Agreements)
            + (weights.EachOnlyInClaim * OnlyInClaim) + (weights.EachOnlyInItem * OnlyInItem);

        public string Level => Agreements switch
        {
            0 => OnlyInClaim + OnlyInItem == 0 ? "silent" : "none",
            _ => ConceptRarity + WordRarity >= RareBits ? "rare-shared" : "shared",
        };
    }

    public static Tally Compare(PreparedClaim claim, PreparedItem item, double typoShare)
    {
        double concepts = 0, words = 0;
        int agreements = 0, sharedFeatures = 0, onlyInClaim = 0;
        foreach (var term in claim.Terms)
        {
            var isFeature = SharedTerms.IsFeature(term.Term);
            if (item.Terms.Contains(term.Term))
            {
                agreements++;
                if (isFeature)
                    (concepts, sharedFeatures) = (concepts + term.Rarity, sharedFeatures + 1);
                else
                    words += term.Rarity;
            }
            else if (isFeature)
            {
                onlyInClaim++;
            }
            else if (Misspelling(term.Term, item) is { } spelling)
            {
                agreements++;
                words += typoShare * claim.Counts.TermRarity(term.Term, spelling);
            }
        }
        return new Tally(concepts, words, agreements, onlyInClaim, item.FeatureCount - sharedFeatures);
    }

    public static string Describe(PreparedClaim claim, PreparedItem item)
    {
        var shared = claim.Terms
            .Select(term => (term.Rarity, Text: Shown(term.Term, item)))
            .Where(term => term.Text is not null)
            .OrderByDescending(term => term.Rarity)
            .Take(MostWordsShown)
            .Select((term, at) => at == 0 && term.Rarity >= RareBits ? $"rare word {term.Text} in both" : term.Text!)
            .ToList();
        if (shared.Count > 0)
            return string.Join(", ", shared);
        return claim.Terms.Length == 0 || item.Terms.Count == 0 ? "No words to compare" : "No words in common";
    }

    private static string? Shown(string term, PreparedItem item)
    {
        if (item.Terms.Contains(term))
            return $"'{SharedTerms.Display(term)}'";
        return Misspelling(term, item) is { } spelling ? $"'{SharedTerms.Display(term)}' (written '{spelling}')" : null;
    }

    private static string? Misspelling(string word, PreparedItem item)
    {
        if (word.Length < EditDistance.ShortestForgiven || !char.IsAsciiLetter(word[0]))
            return null;
        string? found = null;
        foreach (var other in item.LongWords)
        {
            if (other[0] == word[0] && EditDistance.IsOneSlip(word, other) && (found is null || string.CompareOrdinal(other, found) < 0))
                found = other;
        }
        return found;
    }
}
