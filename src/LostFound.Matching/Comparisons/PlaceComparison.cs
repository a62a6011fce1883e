using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>Where it was found against where the guest thinks of. Things also travel: rides, pockets, kind strangers.</summary>
internal sealed class PlaceComparison(PlaceMap places) : IComparison
{
    public string Name => "place";

    public Finding Compare(PreparedClaim claim, PreparedItem item)
    {
        var found = item.Item.Place;
        if (claim.Places.Count == 0 || found.Length == 0)
            return new("unknown");
        if (claim.Places.Contains(found))
            return new("same", claim.PlacesRarity);
        if (places.ZoneOf(found) is not { } zone)
            return new("unknown");
        foreach (var place in claim.Places)
        {
            if (string.Equals(places.ZoneOf(place), zone, StringComparison.Ordinal))
                return new("same-zone");
        }
        return new("elsewhere");
    }

    public string Describe(PreparedClaim claim, PreparedItem item, Finding finding)
    {
        var found = Plain(item.Item.Place);
        return finding.Level switch
        {
            "same" => $"Found at {found}, one of the places the guest named",
            "same-zone" => $"Found at {found}, in the same zone ({Plain(places.ZoneOf(item.Item.Place)!)})",
            "elsewhere" => $"Found at {found}, elsewhere",
            _ => "No place to compare",
        };
    }

    private static string Plain(string key) => key.Replace('-', ' ');
}
