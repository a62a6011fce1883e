using System.Globalization;
using System.Text.Json;

namespace LostFound.Web.Configuration;

/// <summary>Which emoji have a drawing: those in icons.json, which the build writes beside the program.</summary>
internal sealed class EmojiIcons(IReadOnlySet<string> drawn)
{
    private static readonly Lazy<EmojiIcons> Shipped = new(() => ReadFrom(Path.Combine(AppContext.BaseDirectory, "icons.json")));

    public static EmojiIcons OfThisBuild => Shipped.Value;

    public bool Has(string emoji) => drawn.Contains(KeyOf(emoji));

    /// <summary>
    /// The emoji's name in icons.json: code points in hexadecimal. U+FE0F ("show as a picture") is left
    /// out, because keyboards disagree about typing it.
    /// </summary>
    public static string KeyOf(string emoji) =>
        string.Join('-', emoji.EnumerateRunes().Where(rune => rune.Value != 0xFE0F).Select(rune => rune.Value.ToString("x4", CultureInfo.InvariantCulture)));

    private static EmojiIcons ReadFrom(string file)
    {
        using var stream = File.OpenRead(file);
        using var json = JsonDocument.Parse(stream);
        return new EmojiIcons(json.RootElement.GetProperty("emoji").EnumerateObject().Select(icon => icon.Name).ToHashSet(StringComparer.Ordinal));
    }
}
