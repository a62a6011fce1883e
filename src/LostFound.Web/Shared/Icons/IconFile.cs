using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace LostFound.Web.Shared.Icons;

/// <summary>The drawings that the build left beside the program, by name; and the sprites made of them so far.</summary>
internal sealed class IconFile
{
    private readonly ConcurrentDictionary<string, SpriteFile> emojiSprites = new(StringComparer.Ordinal);

    private IconFile(FrozenDictionary<string, string> emoji, FrozenDictionary<string, string> interfaceBodies)
    {
        EmojiBodies = emoji;
        InterfaceNames = interfaceBodies.Keys.ToFrozenSet(StringComparer.Ordinal);
        Interface = SpriteFile.Make(interfaceBodies.OrderBy(pair => pair.Key, StringComparer.Ordinal), viewBox: 24);
    }

    public FrozenDictionary<string, string> EmojiBodies { get; }

    public FrozenSet<string> InterfaceNames { get; }

    public SpriteFile Interface { get; }

    public static IconFile Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var icons = JsonDocument.Parse(stream);
        return new IconFile(Bodies(icons.RootElement.GetProperty("emoji")), Bodies(icons.RootElement.GetProperty("interface")));
    }

    /// <summary>Compressing a sprite well takes a moment, so the same set is made once.</summary>
    public SpriteFile EmojiSprite(IEnumerable<string> keys)
    {
        string[] wanted = [.. keys];
        return emojiSprites.GetOrAdd(string.Join(' ', wanted), _ =>
            SpriteFile.Make(wanted.Select(key => KeyValuePair.Create("e" + key, EmojiBodies[key])), viewBox: 32));
    }

    private static FrozenDictionary<string, string> Bodies(JsonElement element) =>
        element.EnumerateObject().ToFrozenDictionary(icon => icon.Name, icon => icon.Value.GetString() ?? "", StringComparer.Ordinal);
}
