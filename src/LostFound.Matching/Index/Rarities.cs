using LostFound.Matching.Facts;

namespace LostFound.Matching.Index;

/// <summary>
/// How rare each value is among the items held, hence how telling a coincidence: −log2 of its share, in bits, with
/// imagined items mixed in so that five items prove nothing.
/// </summary>
/// <param name="counts">The counts to read.</param>
/// <param name="terms">Numbers of terms.</param>
/// <param name="items">How many items are held.</param>
/// <param name="pseudoItems">How many are imagined.</param>
internal sealed class Rarities(Frequencies counts, IndexedTerms terms, int items, double pseudoItems)
{
    // Shares assumed before any item was seen; pseudoItems says how strongly they are believed.
    private const double TypicalKindShare = 0.03;
    private const double TypicalColourShare = 0.08;
    private const double TypicalBrandShare = 0.01;
    private const double TypicalPlaceShare = 0.03;
    private const double TypicalTermShare = 0.005;

    private const double Steps = 4096;

    private readonly double[] _colours = [.. Enumerable.Repeat(double.NaN, ColourSet.Most)];

    /// <summary>
    /// Bits in steps of 1/4096. Sums of such numbers are exact, hence the same in whatever order they are added, so
    /// that ranking and explaining agree to the last digit and equal scores are really equal.
    /// </summary>
    public static double Rounded(double bits) => Math.Round(bits * Steps) / Steps;

    public double Kind(string kind) => Of(counts.Kind(kind), TypicalKindShare);

    /// <summary>By the colour's number; asked so often in a search that each is worked out only once.</summary>
    public double Colour(int number) => _colours[number] is var known && double.IsNaN(known)
        ? _colours[number] = Of(counts.Colour(number), TypicalColourShare)
        : known;

    public double Colour(string colour) => Colour(ColourSet.NumberOf(colour));

    /// <summary>Whether any item held has the brand.</summary>
    public bool IsHeld(string brand) => counts.Brand(brand) > 0;

    public double Brand(string brand) => Of(counts.Brand(brand), TypicalBrandShare);

    /// <summary>Rarity of a brand in either of two spellings.</summary>
    public double Brand(string brand, string spelling) => Of(counts.Brand(brand) + counts.Brand(spelling), TypicalBrandShare);

    /// <summary>Rarity of being found at any of several places: naming many makes a hit less telling.</summary>
    public double Places(KeySet places)
    {
        var found = 0;
        foreach (var place in places.Keys)
            found += counts.Place(place);
        return Of(found, Math.Min(1, TypicalPlaceShare * places.Count));
    }

    public double Term(int number) => Of(counts.Term(number), TypicalTermShare);

    public double Term(string term) => Term(terms.Find(term));

    /// <summary>Rarity of a word in either of two spellings, so that a slip isn't taken for a rare word.</summary>
    public double Term(int number, int spelling) => Of(counts.Term(number) + counts.Term(spelling), TypicalTermShare);

    public double Term(string term, string spelling) => Term(terms.Find(term), terms.Find(spelling));

    private double Of(int count, double typicalShare) =>
        Rounded(-Math.Log2((count + (pseudoItems * typicalShare)) / (items + pseudoItems)));
}
