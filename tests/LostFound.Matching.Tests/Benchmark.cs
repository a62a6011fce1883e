using System.Globalization;
using System.Text.Json;

namespace LostFound.Matching.Tests;

/// <summary>The development benchmark, copied into the checkout: 3,540 items, 300 claims, 240 true pairs.</summary>
internal static class Benchmark
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");
    private static readonly Lazy<Matcher> FilledMatcher = new(() => Holding(Items ?? []));

    public static IReadOnlyList<FoundItem> Items { get; } = [.. Rows("items.jsonl").Select(row => new FoundItem(
        Text(row, "id"), Text(row, "category"), Texts(row, "colours"), Text(row, "brand"), Text(row, "description"),
        Text(row, "privateNotes"), Text(row, "place"), Time(row, "foundAt")!.Value))];

    public static IReadOnlyList<LossClaim> Claims { get; } = [.. Rows("claims.jsonl").Select(row => new LossClaim(
        Text(row, "id"), Text(row, "language"), Text(row, "category"), Texts(row, "colours"), Text(row, "brand"),
        Text(row, "description"), Text(row, "privateMarks"), Texts(row, "places"), Time(row, "lostFrom"), Time(row, "lostTo")))];

    /// <summary>Claim id → item id, for the claims that have an item.</summary>
    public static IReadOnlyDictionary<string, string> Truth { get; } = File.ReadLines(Path.Combine(Folder, "pairs.tsv")).Skip(1)
        .Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    public static PlaceMap Places { get; } = new(Json("places.json").EnumerateArray().Select(row => (Text(row, "place"), Text(row, "zone"))));

    public static IEnumerable<string> CategoryKeys => Json("categories.json").EnumerateArray().Select(row => Text(row, "key"));

    /// <summary>A matcher with every item; shared, so tests must not change it.</summary>
    public static Matcher Filled => FilledMatcher.Value;

    public static Matcher Holding(IEnumerable<FoundItem> items)
    {
        var matcher = new Matcher(MatchingModel.Default, Places);
        foreach (var item in items)
            matcher.Upsert(item);
        return matcher;
    }

    private static IEnumerable<JsonElement> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder, file)));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? string.Empty;

    private static string[] Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static DateTime? Time(JsonElement row, string name) =>
        row.GetProperty(name).GetString() is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture) : null;
}
