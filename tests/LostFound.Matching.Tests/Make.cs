namespace LostFound.Matching.Tests;

/// <summary>Items and claims of which a test states only what matters to it.</summary>
internal static class Make
{
    public static readonly DateTime Noon = new(2026, 7, 5, 12, 0, 0, DateTimeKind.Utc);

    public static FoundItem Item(
        string id = "I1", string category = "backpack", string colours = "navy", string brand = "", string description = "",
        string notes = "", string place = "carousel", DateTime? foundAt = null) =>
        new(id, category, Keys(colours), brand, description, notes, place, foundAt ?? Noon.AddMinutes(25));

    public static LossClaim Claim(
        string language = "en", string? category = "backpack", string colours = "blue", string brand = "", string description = "",
        string marks = "", string places = "carousel", DateTime? from = null, DateTime? to = null) =>
        new("C1", language, category, Keys(colours), brand, description, marks, Keys(places), from ?? Noon.AddHours(-1), to ?? Noon);

    /// <summary>The one contribution of a comparison to a pair, scored among the benchmark's items.</summary>
    public static Contribution Contribution(string comparison, LossClaim claim, FoundItem item) =>
        Benchmark.Filled.Score(claim, item)!.Contributions.Single(c => string.Equals(c.Comparison, comparison, StringComparison.Ordinal));

    private static string[] Keys(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
