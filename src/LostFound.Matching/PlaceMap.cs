using System.Collections.Frozen;

namespace LostFound.Matching;

/// <summary>Which zone each place lies in. Immutable, so safe to share between threads.</summary>
public sealed class PlaceMap
{
    private readonly FrozenDictionary<string, string> _zones;

    /// <summary>Builds the map; a place named twice keeps the last zone.</summary>
    /// <param name="places">Place keys with the zone each lies in.</param>
    public PlaceMap(IEnumerable<(string Place, string Zone)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, zone) in places)
            zones[place] = zone;
        _zones = zones.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The zone a place lies in, or null when the place isn't on the map.</summary>
    /// <param name="place">Place key.</param>
    public string? ZoneOf(string place) => _zones.GetValueOrDefault(place);
}
