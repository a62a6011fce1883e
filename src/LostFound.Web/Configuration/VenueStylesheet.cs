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
    public VenueStylesheet(string accent, IEnumerable<Colour> colours)
    {
        var css = new StringBuilder();
        var chosen = HexColour.Parse(accent);
        var dark = AccentShades.Dark(chosen);

        // Dark stands twice, as in the design tokens: by the device's wish, and by the page's own choice.
        css.Append($":root{{{AccentShades.Light(chosen)}}}\n");
        css.Append($"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n");
        css.Append($":root[data-theme=dark]{{{dark}}}\n");
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
