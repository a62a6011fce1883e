using System.Runtime.InteropServices;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>Features and words both sides mention; a rare word in both says more than a common one.</summary>
internal static class WordsComparison
{
    public const string Name = "words";

    private const int MostWordsShown = 4;
    private const double RareBits = 6;

    /// <summary>The measurements a score is made of: kept apart so that each can be weighed and fitted.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal record struct Tally(double ConceptRarity, double WordRarity, int Agreements, int OnlyInClaim, int OnlyInItem)
    {
        /// <summary>Notes a term that both sides have.</summary>
        public void Agree(bool isFeature, double rarity)
        {
            Agreements++;
            if (isFeature)
                ConceptRarity += rarity;
            else
                WordRarity += rarity;
        }

        public readonly double Bits(WordWeights weights) =>
            (weights.ConceptRarity * ConceptRarity) + (weights.WordRarity * WordRarity) + (weights.EachAgreement * Agreements)
            + (weights.EachOnlyInClaim * Silence(OnlyInClaim)) + (weights.EachOnlyInItem * Silence(OnlyInItem));

        /// <summary>
        /// How much so many features that only one side mentions count: the first fully, each further one less, since
        /// whoever writes much mentions much that the other never would. 0, 1, 1.58, 2, 2.32 …
        /// </summary>
        public static double Silence(int features) => Math.Log2(1 + features);

        public readonly string Level => Agreements switch
        {
            0 => OnlyInClaim + OnlyInItem == 0 ? "silent" : "none",
            _ => ConceptRarity + WordRarity >= RareBits ? "rare-shared" : "shared",
        };
    }

    public static Tally Compare(TermSet claim, TermSet item, double typoShare, Rarities rarities)
    {
        var tally = new Tally();
        var sharedFeatures = 0;
        foreach (var term in claim.Terms)
        {
            var isFeature = TermSet.IsFeature(term);
            if (item.Contains(term))
            {
                tally.Agree(isFeature, rarities.Term(term));
                sharedFeatures += isFeature ? 1 : 0;
            }
            else if (!isFeature && item.MisspellingOf(term) is { } spelling)
            {
                tally.Agree(isFeature: false, Rarities.Rounded(typoShare * rarities.Term(term, spelling)));
            }
        }
        tally.OnlyInClaim = claim.FeatureCount - sharedFeatures;
        tally.OnlyInItem = item.FeatureCount - sharedFeatures;
        return tally;
    }

    public static string Describe(TermSet claim, TermSet item, Rarities rarities)
    {
        var shared = new List<(double Rarity, string Text)>();
        foreach (var term in claim.Terms)
        {
            if (Shown(term, item) is { } text)
                shared.Add((rarities.Term(term), text));
        }
        if (shared.Count == 0)
            return claim.Count == 0 || item.Count == 0 ? "No words to compare" : "No words in common";
        return string.Join(", ", shared.OrderByDescending(term => term.Rarity).Take(MostWordsShown)
            .Select((term, at) => at == 0 && term.Rarity >= RareBits ? $"rare word {term.Text} in both" : term.Text));
    }

    private static string? Shown(string term, TermSet item)
    {
        if (item.Contains(term))
            return $"'{TermSet.Display(term)}'";
        return item.MisspellingOf(term) is { } spelling ? $"'{TermSet.Display(term)}' (written '{spelling}')" : null;
    }
}
