using System.Text;
using System.Text.Json;
using LostFound.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>The two small files beside items and claims: the map, and the truth to judge by.</summary>
internal static class BatchFiles
{
    /// <summary>places.json: a list of <c>{"place", "zone"}</c>. Throws <see cref="JsonException"/> when it is no list.</summary>
    public static PlaceMap Places(string json, string file, LineNotes notes)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("It must be a list of { \"place\", \"zone\" }.");
        var places = new List<(string, string)>();
        foreach (var (at, entry) in document.RootElement.EnumerateArray().Index())
        {
            var row = JsonRow.Read(entry.GetRawText(), _ => { });
            var (place, zone) = (row.Key("place"), row.Key("zone"));
            if (row.Problem is { } problem)
                notes.LeaveOut(file, LineOf(json, at), problem);
            else
                places.Add((place, zone));
        }
        return new PlaceMap(places);
    }

    /// <summary>pairs.tsv: claim, tab, item; a first line of headings may be there.</summary>
    /// <returns>Claim id → item id.</returns>
    public static Dictionary<string, string> Pairs(
        TextReader lines, string file, IEnumerable<LossClaim> claims, IEnumerable<FoundItem> items, LineNotes notes)
    {
        var claimIds = claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var itemIds = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var line = 1; lines.ReadLine() is { } text; line++)
        {
            var cells = text.Split('\t', StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(text) || (line == 1 && cells is ["claim", "item", ..]))
                continue;
            if (cells.Length < 2 || cells[0].Length == 0 || cells[1].Length == 0)
                notes.LeaveOut(file, line, "A line must be a claim's id, a tab and an item's id.");
            else if (!truth.TryAdd(cells[0], cells[1]))
                notes.LeaveOut(file, line, $"The claim {cells[0]} has an item already.");
            else if (!claimIds.Contains(cells[0]))
                notes.Remark(file, line, $"The claim {cells[0]} is not among those read, so it is not judged.", "pairs of claims not read");
            else if (!itemIds.Contains(cells[1]))
                notes.Remark(file, line, $"The item {cells[1]} is not among those read, so the claim {cells[0]} counts as missed.", "pairs of items not read");
        }
        return truth;
    }

    /// <summary>Where the entry begins, as an editor counts: the parser itself does not tell.</summary>
    private static int LineOf(string json, int entry)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        for (var at = 0; reader.Read() && at < entry; at++)
            reader.Skip();
        return utf8.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
    }
}
