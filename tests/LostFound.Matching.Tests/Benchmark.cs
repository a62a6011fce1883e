using System.Globalization;
using System.Text.Json;

namespace LostFound.Matching.Tests;

/// <summary>
/// Items and claims with the truth, copied into the checkout. The first development set: 3,540 items, 300 claims, 240
/// true pairs. The second, <see cref="Second"/>: 160 more items among the first's, 185 claims, 160 true pairs, written by
/// people who had seen neither the lexicon nor the first set's claims.
/// </summary>
internal sealed class Benchmark
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");
    private static readonly Benchmark First = new("");
    private static readonly Lazy<Matcher> FilledMatcher = new(() => Holding(Items ?? []));
    private readonly string folder;

    private Benchmark(string set)
    {
        folder = Path.Combine(Folder, set);
        AllItems = [.. Rows("items.jsonl").Select(row => new FoundItem(
            Text(row, "id"), Text(row, "category"), Texts(row, "colours"), Text(row, "brand"), Text(row, "description"),
            Text(row, "privateNotes"), Text(row, "place"), Time(row, "foundAt")!.Value))];
        AllClaims = [.. Rows("claims.jsonl").Select(row => new LossClaim(
            Text(row, "id"), Text(row, "language"), Text(row, "category"), Texts(row, "colours"), Text(row, "brand"),
            Text(row, "description"), Text(row, "privateMarks"), Texts(row, "places"), Time(row, "lostFrom"), Time(row, "lostTo")))];
        Pairs = File.ReadLines(Path.Combine(folder, "pairs.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }

    public static Benchmark Second { get; } = new("second");

    public IReadOnlyList<FoundItem> AllItems { get; }

    public IReadOnlyList<LossClaim> AllClaims { get; }

    /// <summary>Claim id → item id, for the claims that have an item.</summary>
    public IReadOnlyDictionary<string, string> Pairs { get; }

    public static IReadOnlyList<FoundItem> Items => First.AllItems;

    public static IReadOnlyList<LossClaim> Claims => First.AllClaims;

    public static IReadOnlyDictionary<string, string> Truth => First.Pairs;

    public static PlaceMap Places { get; } = new(Json("places.json").EnumerateArray().Select(row => (Text(row, "place"), Text(row, "zone"))));

    public static IEnumerable<string> CategoryKeys => Json("categories.json").EnumerateArray().Select(row => Text(row, "key"));

    /// <summary>A matcher with every item of the first set; shared, so tests must not change it.</summary>
    public static Matcher Filled => FilledMatcher.Value;

    public static Matcher Holding(IEnumerable<FoundItem> items)
    {
        var matcher = new Matcher(MatchingModel.Default, Places);
        foreach (var item in items)
            matcher.Upsert(item);
        return matcher;
    }

    private IEnumerable<JsonElement> Rows(string file) =>
        File.ReadLines(Path.Combine(folder, file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder, file)));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? string.Empty;

    private static string[] Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static DateTime? Time(JsonElement row, string name) =>
        row.GetProperty(name).GetString() is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture) : null;
}
