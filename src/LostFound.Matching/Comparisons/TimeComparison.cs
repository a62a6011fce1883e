using System.Globalization;
using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>When it was found against when it was lost: most things are found within hours, at or near the loss.</summary>
internal sealed class TimeComparison : IComparison
{
    // Upper ends of the delay after the guest noticed, with the level each reaches.
    private static readonly (TimeSpan UpTo, string Level)[] Delays =
    [
        (TimeSpan.FromMinutes(30), "within-30-min"),
        (TimeSpan.FromHours(1), "within-1-h"),
        (TimeSpan.FromHours(2), "within-2-h"),
        (TimeSpan.FromHours(4), "within-4-h"),
        (TimeSpan.FromHours(8), "within-8-h"),
        (TimeSpan.FromHours(24), "within-a-day"),
        (TimeSpan.FromDays(7), "within-a-week"),
    ];

    public string Name => "time";

    /// <summary>An item found this much before the last time the guest had it is impossible, not unlikely.</summary>
    public static bool IsImpossible(LossClaim claim, FoundItem item, double toleranceMinutes) =>
        claim.LostFrom is { } from && (from - item.FoundAt).TotalMinutes > toleranceMinutes;

    /// <summary>The level a found time reaches against a window; either end may be missing.</summary>
    public static string LevelOf(DateTime? lostFrom, DateTime? lostTo, DateTime foundAt)
    {
        if ((lostTo ?? lostFrom) is not { } noticed)
            return "unknown";
        if (lostFrom is { } from && foundAt < from)
            return "early";
        if (foundAt <= noticed)
            return lostFrom is null ? "unknown" : "during";
        foreach (var (upTo, level) in Delays)
        {
            if (foundAt - noticed <= upTo)
                return level;
        }
        return "later";
    }

    public Finding Compare(PreparedClaim claim, PreparedItem item) =>
        new(LevelOf(claim.Claim.LostFrom, claim.Claim.LostTo, item.Item.FoundAt));

    public string Describe(PreparedClaim claim, PreparedItem item, Finding finding)
    {
        var noticed = claim.Claim.LostTo ?? claim.Claim.LostFrom;
        return finding.Level switch
        {
            "unknown" => "No time to compare",
            "early" => $"Found {Spoken(claim.Claim.LostFrom!.Value - item.Item.FoundAt)} before the guest says it was lost",
            "during" => "Found while the guest was without it",
            _ => $"Found {Spoken(item.Item.FoundAt - noticed!.Value)} after the loss was noticed",
        };
    }

    private static string Spoken(TimeSpan span) => span switch
    {
        { TotalMinutes: < 100 } => Invariant(span.TotalMinutes) + " min",
        { TotalHours: < 36 } => Invariant(span.TotalHours) + " h",
        _ => Invariant(span.TotalDays) + " days",
    };

    private static string Invariant(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
