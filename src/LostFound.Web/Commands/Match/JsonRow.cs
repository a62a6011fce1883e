using System.Globalization;
using System.Text.Json;

namespace LostFound.Web.Commands.Match;

/// <summary>
/// One line of a file as fields of the types that are wanted. The first thing that cannot be read becomes
/// <see cref="Problem"/>, and everything after it reads as nothing.
/// </summary>
internal sealed class JsonRow
{
    private static readonly string[] TimeFormats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    private readonly JsonElement row;
    private readonly Action<string> missing;

    private JsonRow(JsonElement row, Action<string> missing, string? problem) => (this.row, this.missing, Problem) = (row, missing, problem);

    /// <summary>Why this line cannot be used; null as long as it can.</summary>
    public string? Problem { get; private set; }

    /// <param name="missing">Told the name of each field that is wanted and not there, when the line can be used without.</param>
    public static JsonRow Read(string line, Action<string> missing)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement.Clone();
            return new JsonRow(root, missing, root.ValueKind == JsonValueKind.Object ? null : "Each line must be one JSON object in braces { }.");
        }
        catch (JsonException problem)
        {
            return new JsonRow(default, missing, $"This is not JSON (byte {(problem.BytePositionInLine ?? 0) + 1} of the line).");
        }
    }

    /// <summary>A key that the line is useless without.</summary>
    public string Key(string name)
    {
        var text = Find(name, mayLack: true) is { } value ? TextOf(value, name) : "";
        if (text.Length == 0)
            Problem ??= $"'{name}' is missing or empty.";
        return text;
    }

    public string Text(string name) => Find(name) is { } value ? TextOf(value, name) : "";

    /// <summary>A text that may well be null: then nothing is said.</summary>
    public string? TextOrNull(string name) => Find(name, mayBeNull: true) is { } value ? TextOf(value, name) : null;

    public string[] Texts(string name) => Texts(Find(name), name);

    /// <summary>A list that most lines do without.</summary>
    public string[] TextsIfAny(string name) => Texts(Find(name, mayLack: true), name);

    private string[] Texts(JsonElement? found, string name)
    {
        if (found is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(entry => TextOf(entry, name)).Where(text => text.Length > 0)];
        Problem ??= $"'{name}' must be a list of texts, such as [\"red\"], not {Shown(value)}.";
        return [];
    }

    /// <summary>A time that the line is useless without.</summary>
    public DateTime Time(string name)
    {
        var time = TimeOrNull(name, mayLack: true);
        if (time is null)
            Problem ??= $"'{name}' is missing.";
        return time ?? default;
    }

    public DateTime? TimeOrNull(string name, bool mayLack = false)
    {
        if (Find(name, mayBeNull: true, mayLack) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String
            && DateTime.TryParseExact(TextOf(value, name), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }
        Problem ??= $"'{name}' must be a local time without a zone, such as \"2026-07-05T15:40\", not {Shown(value)}.";
        return null;
    }

    private JsonElement? Find(string name, bool mayBeNull = false, bool mayLack = false)
    {
        if (Problem is not null)
            return null;
        var isThere = row.TryGetProperty(name, out var value);
        if (isThere && value.ValueKind != JsonValueKind.Null)
            return value;
        if (!mayLack && !(isThere && mayBeNull))
            missing(name);
        return null;
    }

    private string TextOf(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Problem ??= $"'{name}' must be a text in double quotes, not {Shown(value)}.";
            return "";
        }
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Problem ??= $"'{name}' holds a broken \\u escape.";
            return "";
        }
    }

    private static string Shown(JsonElement value)
    {
        const int most = 40;
        var raw = value.GetRawText();
        return raw.Length <= most ? raw : raw[..most] + "…";
    }
}
