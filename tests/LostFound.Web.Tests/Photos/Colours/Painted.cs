using System.Globalization;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Tests.Configuration;

namespace LostFound.Web.Tests.Photos.Colours;

/// <summary>Pictures of flat colours, painted rectangle over rectangle, with a little grain as cameras add it.</summary>
internal sealed class Painted
{
    public const int Width = 96;
    public const int Height = 72;

    private readonly string[] colours = new string[Width * Height];

    private Painted(string ground) => Array.Fill(colours, ground);

    public static ColourPalette Palette { get; } = new(VenueFolder.ShippedConfig().Colours);

    /// <summary>An empty table, floor or wall.</summary>
    public static Painted On(string ground) => new(ground);

    /// <summary>The same thing in the middle of it, a third of the width and more than half of the height.</summary>
    public static Painted Thing(string colour, string ground) => On(ground).With(colour, 32, 16, 64, 56);

    public Painted With(string colour, int left, int top, int right, int bottom)
    {
        for (var y = top; y < bottom; y++)
            Array.Fill(colours, colour, (y * Width) + left, right - left);
        return this;
    }

    public PhotoPixels Photo() => new([.. colours.SelectMany((colour, at) => Grained(colour, at))], Width, Height);

    public IReadOnlyList<string> Colours(ColourPalette? palette = null) => DominantColours.Of([Photo()], palette ?? Palette);

    public static ColourPalette PaletteOf(params (string Key, string Swatch)[] colours) => new([.. colours.Select(c => new Colour(c.Key, c.Key, [c.Swatch]))]);

    private static IEnumerable<byte> Grained(string hex, int at)
    {
        // The same grain every time, and none that lines up with rows.
        var grain = (at * 7 % 5) - 2;
        for (var part = 1; part < hex.Length; part += 2)
            yield return (byte)Math.Clamp(byte.Parse(hex.AsSpan(part, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) + grain, 0, 255);
    }
}
