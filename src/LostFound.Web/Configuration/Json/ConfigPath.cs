using System.Globalization;

namespace LostFound.Web.Configuration.Json;

/// <summary>Paths as people read them: <c>zones[2].places[0].key</c>.</summary>
internal static class ConfigPath
{
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string Join(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>A setting of a list's entry: <c>desks[1].name</c>.</summary>
    public static string Of(string list, int index, string name) => Join(Join(list, index), name);

    /// <summary>The value at a path, or the nearest one around it that exists.</summary>
    public static TextPosition Find(ConfigNode root, string path)
    {
        var node = root;
        var position = root.Position;
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = step[^1] == ']'
                ? node.Items.ElementAtOrDefault(int.Parse(step[..^1], CultureInfo.InvariantCulture))
                : node.Member(step)?.Value;
            if (next is null)
            {
                break;
            }

            node = next;
            position = next.Position;
        }

        return position;
    }
}
