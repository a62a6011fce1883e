using System.Globalization;

namespace LostFound.Web.Photos.Demo;

/// <summary>A colour as drawn: its flat tone, one for the side in the shade and one for the side in the light.</summary>
internal sealed record Tone(string Base, string Dark, string Light);

internal static class DemoColours
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["black"] = 0x34363C,
        ["grey"] = 0x8F969D,
        ["white"] = 0xF4F1EA,
        ["silver"] = 0xC3CAD1,
        ["clear"] = 0xCFE6EC,
        ["brown"] = 0x8B5A36,
        ["beige"] = 0xDCC39A,
        ["gold"] = 0xE0B03F,
        ["yellow"] = 0xF5CB3E,
        ["orange"] = 0xEE8A35,
        ["red"] = 0xD64541,
        ["pink"] = 0xEF8FB0,
        ["purple"] = 0x8757B0,
        ["navy"] = 0x2C4070,
        ["blue"] = 0x3F7FCC,
        ["turquoise"] = 0x35B0A9,
        ["green"] = 0x4B9A5A,
        ["olive"] = 0x7D7F3C,
        ["multicolour"] = 0xE8775A,
    };

    /// <summary>What goes with anything, for things recorded with one colour only.</summary>
    private static readonly string[] Companions = ["beige", "white", "brown", "navy", "grey", "yellow", "turquoise"];

    public static int Rgb(string key) => Known.GetValueOrDefault(key, Known["grey"]);

    /// <summary>Very dark things need a stronger light and very light ones a softer shade, or their parts merge.</summary>
    public static Tone ToneOf(string key)
    {
        var rgb = Rgb(key);
        var bright = Brightness(rgb);
        return new Tone(
            Hex(rgb),
            Hex(Mix(rgb, bright < 90 ? 0x0C0D12 : 0x2A1E3C, bright > 200 ? 0.22 : 0.32)),
            Hex(Mix(rgb, 0xFFFFFF, bright < 90 ? 0.26 : bright > 200 ? 0.65 : 0.38)));
    }

    public static string CompanionOf(string key, Random random)
    {
        var fitting = Companions.Where(other => Distance(Rgb(other), Rgb(key)) > 120).ToList();
        return fitting[random.Next(fitting.Count)];
    }

    /// <summary>Euclidean in RGB, 0 to 441: crude, and enough to keep a white shirt off a white counter.</summary>
    public static double Distance(int one, int other)
    {
        var (red, green, blue) = (Channel(one, 16) - Channel(other, 16), Channel(one, 8) - Channel(other, 8), Channel(one, 0) - Channel(other, 0));
        return Math.Sqrt((red * red) + (green * green) + (blue * blue));
    }

    public static string Hex(int rgb) => string.Create(CultureInfo.InvariantCulture, $"#{rgb:x6}");

    private static int Mix(int from, int to, double share)
    {
        var mixed = 0;
        foreach (var shift in (ReadOnlySpan<int>)[16, 8, 0])
        {
            mixed |= (int)Math.Round(Channel(from, shift) + ((Channel(to, shift) - Channel(from, shift)) * share)) << shift;
        }

        return mixed;
    }

    private static double Brightness(int rgb) => (0.3 * Channel(rgb, 16)) + (0.59 * Channel(rgb, 8)) + (0.11 * Channel(rgb, 0));

    private static int Channel(int rgb, int shift) => (rgb >> shift) & 0xFF;
}
