namespace LostFound.Matching.Tests.Index;

/// <summary>
/// Items and claims out of few values, so that ties, misspellings, brands spoken of only in words, missing colours and
/// windows without an end all come up often. The same number always makes the same row.
/// </summary>
internal static class InventedRows
{
    private static readonly string[] Categories = ["backpack", "tote", "phone", "plush", "venue-own"];
    private static readonly string[] Colours = ["navy", "blue", "black", "red", "multicolour", "venue-own"];
    private static readonly string[] Brands = ["", "", "Nike", "adidas", "addidas", "Trespasso", "Zzyzxa", "zzyzxb"];
    private static readonly string[] Words =
    [
        "zebrafish", "zebrafsh", "zobrafish", "striped", "sticker", "keyring", "caricature", "trespasso", "nike", "gloves", "tote", "rucksack",
        "navy", "42", "flurbish", "flurbishe", "dots", "apple", "apples", "",
        "leather", "denim", "floral", "zip", "button", "hood", "lid", "handle", "scratch", "stain", "wool", "glitter",
    ];

    private static readonly string[] Places = ["carousel", "teacups", "log-flume", "moon", ""];

    public static FoundItem Item(int id, int seed)
    {
        var random = new Random(seed);
        return new FoundItem($"I{id:000}", One(random, Categories), Some(random, Colours, 2), One(random, Brands), Text(random), Text(random), One(random, Places),
            Make.Noon.AddMinutes(random.Next(-300, 3000)))
        {
            PhotoColours = Some(random, Colours, 3),
        };
    }

    public static LossClaim Claim(int id, int seed)
    {
        var random = new Random(seed);
        var from = Make.Noon.AddMinutes(random.Next(-200, 2000));
        return new LossClaim($"C{id:000}", random.Next(4) == 0 ? "fr" : "en", random.Next(6) == 0 ? null : One(random, Categories), Some(random, Colours, 2),
            One(random, Brands), Text(random), Text(random), Some(random, Places, 3),
            random.Next(6) == 0 ? null : from, random.Next(6) == 0 ? null : from.AddMinutes(random.Next(0, 200)));
    }

    // Mostly short; at times a torrent of words, which reaches the most that words may count against a pair.
    private static string Text(Random random) => string.Join(' ', Some(random, Words, random.Next(8) == 0 ? 24 : 4));

    private static string[] Some(Random random, string[] values, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => One(random, values)).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string One(Random random, string[] values) => values[random.Next(values.Length)];
}
