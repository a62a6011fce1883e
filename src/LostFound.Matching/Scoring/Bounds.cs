using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;

namespace LostFound.Matching.Scoring;

/// <summary>
/// The most that a comparison can be worth to one side, whatever the other side has. The tighter, the fewer rows a
/// search has to weigh; too tight, and it would miss some, which the oracle tests would notice.
/// </summary>
internal static class Bounds
{
    /// <summary>Colours and photo. Where colours agree the photo adds only what "said-already" is worth.</summary>
    /// <param name="weights">The model's weights.</param>
    /// <param name="own">This side's colours, of which one may agree.</param>
    /// <param name="rarities">How rare they are.</param>
    public static double OfColours(Scorer weights, ColourSet own, Rarities rarities)
    {
        var silent = weights.Photo.Best(0, "said-already", "none");
        var rarest = own.IsEmpty ? 0 : own.ToNumbers().Max(rarities.Colour);
        var agreeing = weights.Colours.Best(rarest, "same", "overlap") + silent;
        var differing = weights.Colours.Best(0, "written", "multicolour", "near", "related", "differs", "unknown")
            + Math.Max(silent, weights.Photo.Best(0, "agrees", "near", "differs"));
        return Math.Max(agreeing, differing);
    }

    /// <summary>Brand, for a claim.</summary>
    /// <param name="weights">The model's weights.</param>
    /// <param name="own">What the guest names.</param>
    /// <param name="spoken">Whether staff's words may name it where their brand field doesn't.</param>
    /// <param name="rarities">How rare brands are; one that no item has agrees with none.</param>
    public static double OfBrand(Scorer weights, BrandTrait own, bool spoken, Rarities rarities)
    {
        if (own.IsEmpty)
            return weights.Brand.Best(0, "silent", "only-item");
        var bound = Math.Max(
            weights.Brand.Best(0, "only-claim", "differs", "other-script"),
            weights.Brand.Best(BrandComparison.MostOfClose, "close"));
        foreach (var brand in own.All.Keys)
        {
            if (spoken || rarities.IsHeld(brand))
                bound = Math.Max(bound, weights.Brand.Best(rarities.Brand(brand), "same", "named"));
        }
        return bound;
    }

    public static double OfPlace(Scorer weights, double rarity) =>
        Math.Max(weights.Place.Best(rarity, "same"), weights.Place.Best(0, "same-zone", "elsewhere", "unknown"));
}
