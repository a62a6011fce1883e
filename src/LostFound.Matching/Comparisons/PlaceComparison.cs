using LostFound.Matching.Facts;
using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>Where it was found against where the guest thinks of. Things also travel: rides, pockets, kind strangers.</summary>
internal static class PlaceComparison
{
    public const string Name = "place";

    public static Finding Compare(KeySet claim, KeySet item, PlaceMap places, Rarities rarities)
    {
        if (claim.Count == 0 || item.Count == 0)
            return new("unknown");
        if (claim.Overlaps(item))
            return new("same", rarities.Places(claim));
        if (places.ZoneOf(item.Keys[0]) is not { } zone)
            return new("unknown");
        foreach (var place in claim.Keys)
        {
            if (string.Equals(places.ZoneOf(place), zone, StringComparison.Ordinal))
                return new("same-zone");
        }
        return new("elsewhere");
    }

    public static string Describe(KeySet item, PlaceMap places, Finding finding)
    {
        var found = item.Count == 0 ? string.Empty : Plain(item.Keys[0]);
        return finding.Level switch
        {
            "same" => $"Found at {found}, one of the places the guest named",
            "same-zone" => $"Found at {found}, in the same zone ({Plain(places.ZoneOf(item.Keys[0])!)})",
            "elsewhere" => $"Found at {found}, elsewhere",
            _ => "No place to compare",
        };
    }

    private static string Plain(string key) => key.Replace('-', ' ');
}
