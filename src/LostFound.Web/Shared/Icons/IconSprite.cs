using System.Collections.Frozen;
using System.Text.Json;

namespace LostFound.Web.Shared.Icons;

/// <summary>
/// The icons, as two SVG sprites: the interface's own, and the emoji that the venue's categories name.
/// A guest's phone draws the same picture as the kiosk, whatever emoji font either of them has.
/// </summary>
public sealed class IconSprite
{
    private readonly Func<IEnumerable<string>> emojiInUse;
    private readonly FrozenDictionary<string, string> emojiBodies;
    private readonly FrozenSet<string> interfaceNames;
    private readonly Lock gate = new();
    private volatile EmojiSheet? current;

    /// <summary>Reads the icon file that the build left beside the program.</summary>
    /// <param name="emoji">The emoji wanted now; when the answer changes, so does the sprite and its address.</param>
    public IconSprite(Func<IEnumerable<string>> emoji)
        : this(emoji, Path.Combine(AppContext.BaseDirectory, "icons.json"))
    {
    }

    internal IconSprite(Func<IEnumerable<string>> emoji, string file)
    {
        emojiInUse = emoji;
        using var stream = File.OpenRead(file);
        using var icons = JsonDocument.Parse(stream);
        emojiBodies = Bodies(icons.RootElement.GetProperty("emoji"));
        var interfaceBodies = Bodies(icons.RootElement.GetProperty("interface"));
        interfaceNames = interfaceBodies.Keys.ToFrozenSet(StringComparer.Ordinal);
        Interface = SpriteFile.Make(interfaceBodies.OrderBy(pair => pair.Key, StringComparer.Ordinal), viewBox: 24);
    }

    internal SpriteFile Interface { get; }

    internal SpriteFile Emoji => CurrentEmoji().File;

    /// <summary>The address of one interface icon, or null if there is none by that name.</summary>
    public string? InterfaceHref(string name)
        => interfaceNames.Contains(name) ? $"/icons/ui.svg?v={Interface.Hash}#{name}" : null;

    /// <summary>The address of one emoji's drawing, or null if the icon set has none (the caller shows the character).</summary>
    public string? EmojiHref(string emoji)
    {
        var key = Key(emoji);
        var sheet = CurrentEmoji();
        return sheet.Keys.Contains(key) ? $"/icons/emoji.svg?v={sheet.File.Hash}#e{key}" : null;
    }

    /// <summary>Code points in hex, joined by dashes, without the presentation selector: the icon set's own key.</summary>
    internal static string Key(string emoji)
        => string.Join('-', emoji.EnumerateRunes().Where(rune => rune.Value != 0xFE0F).Select(rune => $"{rune.Value:x4}"));

    private EmojiSheet CurrentEmoji()
    {
        var wanted = emojiInUse().Select(Key).Where(emojiBodies.ContainsKey).ToFrozenSet(StringComparer.Ordinal);
        var sheet = current;
        if (sheet is not null && sheet.Keys.SetEquals(wanted)) return sheet;
        lock (gate)
        {
            if (current is { } other && other.Keys.SetEquals(wanted)) return other;
            var bodies = wanted.Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create("e" + key, emojiBodies[key]));
            return current = new EmojiSheet(wanted, SpriteFile.Make(bodies, viewBox: 32));
        }
    }

    private static FrozenDictionary<string, string> Bodies(JsonElement element)
        => element.EnumerateObject().ToFrozenDictionary(icon => icon.Name, icon => icon.Value.GetString() ?? "", StringComparer.Ordinal);

    private sealed record EmojiSheet(FrozenSet<string> Keys, SpriteFile File);
}
