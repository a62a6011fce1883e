using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Photos.Colours;

/// <summary>
/// The colours that a venue offers, as names for what is seen. A key that has regions is recognised by them; a
/// colour that the venue added, by its swatch. One with several swatches is a pattern or a sheen (silver, gold,
/// see-through), which no single point of a picture has.
/// </summary>
public sealed class ColourPalette
{
    public const string Multicolour = "multicolour";

    /// <summary>How far, in OKLab, a venue's own colour reaches around its swatch.</summary>
    private const double Reach = 0.06;

    /// <summary>At its swatch, a venue's own colour counts more than the general name it was added beside.</summary>
    private const double OwnWeight = 3;

    private readonly List<(int Key, ColourRegion Region)> regions = [];
    private readonly List<(int Key, Oklab Swatch)> own = [];

    public ColourPalette(IReadOnlyList<Colour> colours)
    {
        Keys = [.. colours.Select(c => c.Key)];
        OffersMulticolour = Keys.Contains(Multicolour, StringComparer.Ordinal);
        for (var key = 0; key < Keys.Count; key++)
        {
            var named = ColourRegions.All.Where(r => r.Key == Keys[key]).ToList();
            if (named.Count > 0)
                regions.AddRange(named.Select(region => (key, region)));
            else if (colours[key].Swatch is [var swatch])
                own.Add((key, OfHex(swatch)));
        }
    }

    public IReadOnlyList<string> Keys { get; }

    public bool OffersMulticolour { get; }

    /// <summary>How far each key names this colour, in the order of <see cref="Keys"/>; together 1, or 0 without any key.</summary>
    internal double[] Name(Oklab colour)
    {
        var names = new double[Keys.Count];
        foreach (var (key, region) in regions)
            names[key] = Math.Max(names[key], region.Holds(colour));
        foreach (var (key, swatch) in own)
            names[key] = OwnWeight * Math.Exp(-colour.SquaredDistanceTo(swatch) / (2 * Reach * Reach));
        var all = names.Sum();
        return all > 0 ? [.. names.Select(n => n / all)] : names;
    }

    private static Oklab OfHex(string hex)
    {
        var colour = HexColour.Parse(hex);
        return Oklab.FromSrgb(colour.Red, colour.Green, colour.Blue);
    }
}
