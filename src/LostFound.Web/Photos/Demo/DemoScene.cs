using System.Globalization;
using System.Text;

namespace LostFound.Web.Photos.Demo;

/// <summary>One picture as two SVG layers: a surface, and the object in its colours with what lies around.</summary>
internal sealed class DemoScene
{
    public const int Width = 1200;
    public const int Height = 900;

    /// <summary>Things of cloth or board, which come in patterns.</summary>
    private static readonly HashSet<string> Patterned = new(StringComparer.Ordinal)
    {
        "backpack", "handbag", "tote", "suitcase", "wallet", "book", "scarf", "shirt", "blanket", "swimwear", "umbrella", "cap", "lunch-box", "other",
    };

    private readonly Random random;
    private readonly string category;
    private readonly string mainColour;
    private readonly string trimColour;

    public DemoScene(int seed, string category, IReadOnlyList<string> colours)
    {
        random = new Random(StableHash(seed, category, colours));
        this.category = category;
        mainColour = colours.Count > 0 ? colours[0] : "grey";
        trimColour = colours.Count > 1 ? colours[1] : DemoColours.CompanionOf(mainColour, random);
    }

    /// <summary>What it lies on, with light from the upper left.</summary>
    public string GroundSvg() => Document($"""
        <radialGradient id="light" cx=".36" cy=".28" r=".95"><stop offset="0" stop-color="#fff6e0" stop-opacity=".28"/>
        <stop offset=".5" stop-color="#fff6e0" stop-opacity="0"/><stop offset="1" stop-color="#1a1020" stop-opacity=".30"/></radialGradient>
        {DemoSurfaces.Pick(DemoColours.Rgb(mainColour), random)}
        <rect width="{Width}" height="{Height}" fill="url(#light)"/>
        """);

    /// <summary>What lies there, on nothing, so that its outline can cast a shadow.</summary>
    /// <param name="shape">An SVG document of 600 by 600 units, its parts classed main, trim, main-dark and so on.</param>
    public string ThingSvg(string shape)
    {
        var (main, trim) = (DemoColours.ToneOf(mainColour), DemoColours.ToneOf(trimColour));
        var pattern = Pattern(main, trim);
        return Document($"""
            <style>{Styles("main", main)}{Styles("trim", trim)}{(pattern.Length > 0 ? ".main{fill:url(#pattern)}" : "")}</style>
            {pattern}
            <g transform="translate({Around(600, 40):0} {Around(446, 12):0}) rotate({Around(0, 13):0.0}) scale({Around(1.28, 0.07):0.00}) translate(-300 -300)">
            {shape}
            </g>
            {Tag()}
            """);
    }

    private static string Document(FormattableString content) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">
        {content.ToString(CultureInfo.InvariantCulture)}
        </svg>
        """);

    private static string Styles(string name, Tone tone) => string.Concat(
        new[] { ("", tone.Base), ("-dark", tone.Dark), ("-light", tone.Light) }.Select(shade =>
            $".{name}{shade.Item1}{{fill:{shade.Item2}}}.line-{name}{shade.Item1}{{fill:none;stroke:{shade.Item2};stroke-linecap:round;stroke-linejoin:round}}"));

    private string Pattern(Tone main, Tone trim)
    {
        if (string.Equals(mainColour, "multicolour", StringComparison.Ordinal))
        {
            return Tile(200, main.Base, """<path d="M0 0h40v200H0z" fill="#f5cb3e"/><path d="M40 0h40v200H40z" fill="#4b9a5a"/><path d="M80 0h40v200H80z" fill="#3f7fcc"/><path d="M120 0h40v200h-40z" fill="#8757b0"/>""");
        }

        return Patterned.Contains(category) && random.Next(100) < 40
            ? random.Next(4) switch
            {
                0 => Tile(64, main.Base, $"""<path d="M0 0h64v20H0z" fill="{trim.Base}"/>"""),
                1 => Tile(58, main.Base, $"""<circle cx="15" cy="15" r="9" fill="{main.Light}"/><circle cx="44" cy="44" r="9" fill="{main.Light}"/>"""),
                2 => Tile(88, main.Base, $"""<path d="M0 0h30v88H0z" fill="{main.Dark}" opacity=".45"/><path d="M0 0h88v30H0z" fill="{main.Dark}" opacity=".45"/><path d="M56 0h8v88h-8zM0 56h88v8H0z" fill="{trim.Light}" opacity=".7"/>"""),
                _ => Tile(70, main.Base, $"""<path d="M35 10l8 16 17 2-13 12 4 17-16-8-16 8 4-17-13-12 17-2z" fill="{trim.Base}"/>"""),
            }
            : "";
    }

    private string Tile(int side, string ground, string figure) => string.Create(CultureInfo.InvariantCulture, $"""
        <pattern id="pattern" patternUnits="userSpaceOnUse" width="{side}" height="{side}" patternTransform="rotate({random.Next(-30, 31)})">
        <rect width="{side}" height="{side}" fill="{ground}"/>{figure}</pattern>
        """);

    /// <summary>Now and then the paper tag that the desk ties to things lies in the picture too.</summary>
    private string Tag() => random.Next(100) >= 25 ? "" : string.Create(CultureInfo.InvariantCulture, $"""
        <g transform="translate({(random.Next(2) == 0 ? 150 : 1060)} {Around(760, 30):0}) rotate({Around(0, 28):0})">
        <path d="M-92 0l40-48H90c8 0 12 4 12 12v72c0 8-4 12-12 12H-52z" fill="#efd9ac"/><circle cx="-52" cy="0" r="12" fill="#a8763c"/>
        <path d="M-16 -16h88M-16 14h56" stroke="#a48a5c" stroke-width="11" stroke-linecap="round"/>
        <path d="M-54 0c-50-34-66 20-96-8" fill="none" stroke="#c9b083" stroke-width="6" stroke-linecap="round"/></g>
        """);

    private double Around(double middle, double spread) => middle + (((random.NextDouble() * 2) - 1) * spread);

    /// <summary>FNV-1a: <see cref="string.GetHashCode()"/> differs from process to process.</summary>
    private static int StableHash(int seed, string category, IReadOnlyList<string> colours)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{category}/{string.Join(',', colours)}")))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return unchecked((int)hash);
    }
}
