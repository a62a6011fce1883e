using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>Where it was found against where the guest thinks of. Things also travel: rides, pockets, kind strangers.</summary>
internal sealed class PlaceComparison(PlaceMap places) : IComparison
{
    public string Name => "place";

    public Finding Compare(PreparedClaim claim, PreparedItem item)
    {
        var named = claim.Claim.Places;
        if (named.Count == 0 || item.Item.Place.Length == 0)
            return new("unknown");
        if (named.Contains(item.Item.Place, StringComparer.Ordinal))
            return new("same", claim.Counts.PlacesRarity(named));
        if (places.ZoneOf(item.Item.Place) is not { } zone)
            return new("unknown");
        return new(named.Any(place => string.Equals(places.ZoneOf(place), zone, StringComparison.Ordinal)) ? "same-zone" : "elsewhere");
    }

    public string Describe(PreparedClaim claim, PreparedItem item, Finding finding) => finding.Level switch
    {
        "same" => $"Found at {item.Item.Place}, one of the places the guest named",
        "same-zone" => $"Found at {item.Item.Place}, in the same zone ({places.ZoneOf(item.Item.Place)})",
        "elsewhere" => $"Found at {item.Item.Place}, elsewhere",
        _ => "No place to compare",
    };
}
