using System.Globalization;

namespace LostFound.Web.Configuration;

/// <summary>An sRGB colour, and how readable it is on another (WCAG 2.2, "contrast ratio").</summary>
internal sealed record HexColour(byte Red, byte Green, byte Blue)
{
    /// <summary>WCAG level AA for text of normal size.</summary>
    public const double ReadableContrast = 4.5;

    public static readonly HexColour White = new(255, 255, 255);

    /// <param name="hex">#rrggbb, as the schemas hold it.</param>
    public static HexColour Parse(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    public double ContrastWith(HexColour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>This colour, made lighter in small steps until it can be read on a dark ground.</summary>
    public HexColour LightenedFor(HexColour ground)
    {
        var lighter = this;
        for (var step = 1; step <= 20 && lighter.ContrastWith(ground) < ReadableContrast; step++)
        {
            lighter = MixedWith(White, step / 20.0);
        }

        return lighter;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private HexColour MixedWith(HexColour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static byte Part(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
