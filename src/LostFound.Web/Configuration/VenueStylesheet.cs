using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Configuration;

/// <summary>
/// The venue's own colours as a stylesheet: the content security policy allows no inline style, so this is
/// the only way they get into a page. Keys and colours are held to letters, digits and hyphens by the
/// schemas, so nothing in them can end a rule.
/// </summary>
public sealed class VenueStylesheet
{
    /// <summary>About the ground of the dark theme; it is also the ink on a light accent.</summary>
    private static readonly HexColour DarkGround = HexColour.Parse("#17191c");

    public VenueStylesheet(string accent, IEnumerable<Colour> colours)
    {
        var css = new StringBuilder();
        var light = HexColour.Parse(accent);
        css.Append(Accent(light, HexColour.White)).Append('\n');
        css.Append("@media (prefers-color-scheme:dark){").Append(Accent(light.LightenedFor(DarkGround), DarkGround)).Append("}\n");
        foreach (var colour in colours)
        {
            css.Append(".swatch-").Append(colour.Key).Append("{background:").Append(Background(colour.Swatch)).Append("}\n");
        }

        Css = css.ToString();
        Bytes = Encoding.UTF8.GetBytes(Css);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];
    }

    public string Css { get; }

    /// <summary>Changes when the content does: pages link to /venue.css?v={Hash} and may cache it for good.</summary>
    public string Hash { get; }

    public string Address => $"{VenueStylesheetEndpoint.Path}?v={Hash}";

    internal byte[] Bytes { get; }

    private static string Accent(HexColour accent, HexColour ink) => $":root{{--accent:{accent};--accent-ink:{ink}}}";

    private static string Background(IReadOnlyList<string> swatch)
    {
        if (swatch.Count == 1)
        {
            return swatch[0];
        }

        // Hard edges: a blend of red and green would show a brown that nobody chose.
        var stripes = swatch.Select((hex, i) => FormattableString.Invariant($"{hex} {100.0 * i / swatch.Count:0.##}% {100.0 * (i + 1) / swatch.Count:0.##}%"));
        return $"linear-gradient(135deg,{string.Join(',', stripes)})";
    }
}
