namespace LostFound.Web.Photos.Colours;

/// <summary>
/// A colour in OKLab, where equal distances look about equally different (Björn Ottosson, "A perceptual color
/// space for image processing", 2020).
/// </summary>
/// <param name="L">Lightness, 0 (black) to 1 (white).</param>
/// <param name="A">From green (about −0.25) to red (about 0.28).</param>
/// <param name="B">From blue (about −0.31) to yellow (about 0.2).</param>
public readonly record struct Oklab(float L, float A, float B)
{
    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(part => Linearised(part / 255.0))];

    /// <summary>How far from grey: 0 to about 0.32.</summary>
    public float Chroma => MathF.Sqrt((A * A) + (B * B));

    public static Oklab FromSrgb(byte red, byte green, byte blue)
    {
        var (r, g, b) = (Linear[red], Linear[green], Linear[blue]);
        var l = MathF.Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
        var m = MathF.Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
        var s = MathF.Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
        return new Oklab(
            (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>The square of how different two colours look; 0.02² is about the least that is seen.</summary>
    public float SquaredDistanceTo(Oklab other)
    {
        var (l, a, b) = (L - other.L, A - other.A, B - other.B);
        return (l * l) + (a * a) + (b * b);
    }

    private static float Linearised(double part) =>
        (float)(part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4));
}
