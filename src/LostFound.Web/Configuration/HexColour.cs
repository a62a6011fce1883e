using System.Globalization;

namespace LostFound.Web.Configuration;

/// <summary>An sRGB colour, and how readable it is on another (WCAG 2.2, "contrast ratio").</summary>
internal sealed record HexColour(byte Red, byte Green, byte Blue)
{
    /// <summary>WCAG level AA for text of normal size.</summary>
    public const double ReadableContrast = 4.5;

    /// <summary>WCAG level AAA: for thin coloured text on a dark page, which looks dimmer than its numbers.</summary>
    public const double ComfortableContrast = 7;

    public static readonly HexColour White = new(255, 255, 255);

    /// <param name="hex">#rrggbb, as the schemas hold it.</param>
    public static HexColour Parse(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    public double ContrastWith(HexColour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>This colour, mixed with another in small steps until it stands out enough from a ground.</summary>
    public HexColour MixedTowards(HexColour other, double contrast, HexColour ground)
    {
        const double steps = 50;
        var mixed = this;
        for (var step = 1; step <= steps && mixed.ContrastWith(ground) < contrast; step++)
        {
            mixed = MixedWith(other, step / steps);
        }

        return mixed;
    }

    public HexColour MixedWith(HexColour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static byte Part(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
