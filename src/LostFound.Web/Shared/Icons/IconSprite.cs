using System.Collections.Frozen;
using LostFound.Web.Configuration;

namespace LostFound.Web.Shared.Icons;

/// <summary>
/// The icons, as two SVG sprites: the interface's own, and the emoji that the venue's categories name.
/// A guest's phone draws the same picture as the kiosk, whatever emoji font either of them has.
/// </summary>
public sealed class IconSprite(Func<IEnumerable<string>> emojiInUse)
{
    // The file is part of the build, so one reading serves the process.
    private static readonly Lazy<IconFile> Icons = new(() => IconFile.Read(Path.Combine(AppContext.BaseDirectory, "icons.json")));
    private readonly Lock gate = new();
    private volatile EmojiSheet? current;

    internal SpriteFile Interface => Icons.Value.Interface;

    internal SpriteFile Emoji => CurrentEmoji().File;

    /// <summary>The address of one interface icon, or null if there is none by that name.</summary>
    public string? InterfaceHref(string name)
        => Icons.Value.InterfaceNames.Contains(name) ? $"/icons/ui.svg?v={Interface.Hash}#{name}" : null;

    /// <summary>The address of one emoji's drawing, or null if the icon set has none (the caller shows the character).</summary>
    public string? EmojiHref(string emoji)
    {
        var key = EmojiIcons.KeyOf(emoji);
        var sheet = CurrentEmoji();
        return sheet.Keys.Contains(key) ? $"/icons/emoji.svg?v={sheet.File.Hash}#e{key}" : null;
    }

    /// <summary>Asked for each icon of a page, so it only compares while the venue's categories stay the same.</summary>
    private EmojiSheet CurrentEmoji()
    {
        if (current is { } sheet && emojiInUse().SequenceEqual(sheet.Wanted, StringComparer.Ordinal)) return sheet;
        lock (gate)
        {
            string[] wanted = [.. emojiInUse()];
            if (current is { } other && wanted.SequenceEqual(other.Wanted, StringComparer.Ordinal)) return other;
            var keys = wanted.Select(EmojiIcons.KeyOf).Where(Icons.Value.EmojiBodies.ContainsKey).ToFrozenSet(StringComparer.Ordinal);
            return current = new EmojiSheet(wanted, keys, Icons.Value.EmojiSprite(keys.Order(StringComparer.Ordinal)));
        }
    }

    private sealed record EmojiSheet(string[] Wanted, FrozenSet<string> Keys, SpriteFile File);
}
