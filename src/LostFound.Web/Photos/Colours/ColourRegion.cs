namespace LostFound.Web.Photos.Colours;

/// <summary>From and to, in whatever a table says; for hues clockwise, so that 340 to 40 passes through 0.</summary>
internal readonly record struct Interval(double From, double To);

/// <summary>
/// A part of OKLCh that people call by one name. Its edges are soft, because names have no sharp ones: a colour
/// near an edge is a little of both.
/// </summary>
/// <param name="Key">The venue's key for the name.</param>
/// <param name="Lightness">Of OKLab's L, 0 to 1; ends beyond that are open.</param>
/// <param name="Chroma">0 is grey; an end at 0 or from 1 up is open.</param>
/// <param name="Hue">Degrees; null when every hue belongs.</param>
internal sealed record ColourRegion(string Key, Interval Lightness, Interval Chroma, Interval? Hue)
{
    private const double LightnessEdge = 0.03;

    /// <summary>Chroma is judged by ratio: from 0.02 to 0.03 is as far as from 0.10 to 0.15.</summary>
    private const double ChromaEdge = 0.22;

    private const double HueEdge = 7;

    /// <summary>How far the colour belongs to this region: near 1 inside, near 0 outside, a half on one edge.</summary>
    public double Holds(Oklab colour)
    {
        var holds = Soft((colour.L - Lightness.From) / LightnessEdge) * Soft((Lightness.To - colour.L) / LightnessEdge);
        // Never quite 0, whose logarithm is not a number.
        var chroma = Math.Log(colour.Chroma + 1e-4);
        if (Chroma.From > 0)
            holds *= Soft((chroma - Math.Log(Chroma.From)) / ChromaEdge);
        if (Chroma.To < 1)
            holds *= Soft((Math.Log(Chroma.To) - chroma) / ChromaEdge);
        return Hue is { } hue ? holds * HoldsHue(hue, colour) : holds;
    }

    private static double HoldsHue(Interval hue, Oklab colour)
    {
        var half = ((hue.To - hue.From + 360) % 360) / 2;
        var degrees = Math.Atan2(colour.B, colour.A) * (180 / Math.PI);
        var offCentre = Math.Abs(Math.IEEERemainder(degrees - (hue.From + half), 360));
        return Soft((half - offCentre) / HueEdge);
    }

    private static double Soft(double inside) => 1 / (1 + Math.Exp(-inside));
}
