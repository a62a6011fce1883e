using System.Collections.Immutable;

namespace LostFound.Matching.Index;

/// <summary>
/// How many of the items held have each value, hence how rare a coincidence is. Immutable: adding or removing
/// returns another instance that shares nearly all of its memory.
/// </summary>
internal sealed class ItemCounts
{
    // Shares assumed before any item was seen; PseudoItems says how strongly they are believed.
    private const double TypicalKindShare = 0.03;
    private const double TypicalColourShare = 0.08;
    private const double TypicalBrandShare = 0.01;
    private const double TypicalPlaceShare = 0.03;
    private const double TypicalTermShare = 0.005;

    private readonly ImmutableDictionary<string, int> _counts;
    private readonly double _pseudoItems;

    private ItemCounts(int items, ImmutableDictionary<string, int> counts, double pseudoItems)
    {
        Items = items;
        _counts = counts;
        _pseudoItems = pseudoItems;
    }

    public int Items { get; }

    public static ItemCounts None(double pseudoItems) =>
        new(0, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), pseudoItems);

    // No term holds a colon, so the prefixes can't collide with words.
    public static string KindKey(string kind) => "kind:" + kind;

    public static string ColourKey(string colour) => "colour:" + colour;

    public static string BrandKey(string brand) => "brand:" + brand;

    public static string PlaceKey(string place) => "place:" + place;

    public ItemCounts With(PreparedItem item) => Changed(item, 1);

    public ItemCounts Without(PreparedItem item) => Changed(item, -1);

    public double KindRarity(string kind) => Rarity(Count(KindKey(kind)), TypicalKindShare);

    public double ColourRarity(string colour) => Rarity(Count(ColourKey(colour)), TypicalColourShare);

    public double BrandRarity(string brand) => Rarity(Count(BrandKey(brand)), TypicalBrandShare);

    /// <summary>Rarity of being found at any of several places: naming many makes a hit less telling.</summary>
    public double PlacesRarity(IReadOnlyCollection<string> places) =>
        Rarity(places.Sum(place => Count(PlaceKey(place))), Math.Min(1, TypicalPlaceShare * places.Count));

    public double TermRarity(string term) => Rarity(Count(term), TypicalTermShare);

    /// <summary>Rarity of a word in either of two spellings, so that a slip isn't taken for a rare word.</summary>
    public double TermRarity(string term, string spelling) => Rarity(Count(term) + Count(spelling), TypicalTermShare);

    private int Count(string key) => _counts.GetValueOrDefault(key);

    private double Rarity(int count, double typicalShare) =>
        -Math.Log2((count + (_pseudoItems * typicalShare)) / (Items + _pseudoItems));

    private ItemCounts Changed(PreparedItem item, int by)
    {
        var counts = _counts.ToBuilder();
        foreach (var key in item.CountedKeys())
        {
            var count = counts.GetValueOrDefault(key) + by;
            if (count > 0)
                counts[key] = count;
            else
                counts.Remove(key);
        }
        return new ItemCounts(Items + by, counts.ToImmutable(), _pseudoItems);
    }
}
