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

    /// <summary>Brand, for a side that names one or none.</summary>
    public static double OfBrand(Scorer weights, BrandTrait own, double rarest) => own.IsEmpty
        ? weights.Brand.Best(0, "silent", "only-item", "only-claim")
        : Math.Max(weights.Brand.Best(rarest, "same", "named", "close"), weights.Brand.Best(0, "only-item", "only-claim", "differs", "other-script"));

    public static double OfPlace(Scorer weights, double rarity) =>
        Math.Max(weights.Place.Best(rarity, "same"), weights.Place.Best(0, "same-zone", "elsewhere", "unknown"));
}
