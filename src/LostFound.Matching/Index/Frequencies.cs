using System.Collections.Concurrent;
using LostFound.Matching.Facts;

namespace LostFound.Matching.Index;

/// <summary>
/// How many of the items held have each value. One writer at a time; readers never wait. A reader may see a count one
/// write newer than the rows it ranks, which moves a rarity by a fraction of a bit and no sum that was already made.
/// </summary>
internal sealed class Frequencies
{
    private readonly ConcurrentDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly int[] _colours = new int[ColourSet.Most];
    private readonly ConcurrentDictionary<string, int> _brands = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);
    private int[] _terms = new int[1024];

    public int Kind(string kind) => _kinds.GetValueOrDefault(kind);

    public int Colour(int number) => Volatile.Read(ref _colours[number]);

    public int Brand(string brand) => _brands.GetValueOrDefault(brand);

    public int Place(string place) => _places.GetValueOrDefault(place);

    public int Term(int number)
    {
        var terms = Volatile.Read(ref _terms);
        return number >= 0 && number < terms.Length ? Volatile.Read(ref terms[number]) : 0;
    }

    /// <summary>Counts an item in (1) or out (-1).</summary>
    public void Change(Row row, Traits traits, int by)
    {
        Change(_kinds, traits.Kinds[row.Kind].Category, by);
        foreach (var colour in traits.Colours[row.Colours].Chosen.ToNumbers())
            _colours[colour] += by;
        foreach (var brand in traits.Brands[row.Brand].All.Keys)
            Change(_brands, brand, by);
        foreach (var place in traits.Places[row.Place].Keys)
            Change(_places, place, by);
        foreach (var term in row.Terms)
            ChangeTerm(term, by);
    }

    private static void Change(ConcurrentDictionary<string, int> counts, string key, int by) => counts[key] = counts.GetValueOrDefault(key) + by;

    private void ChangeTerm(int number, int by)
    {
        var terms = _terms;
        if (number >= terms.Length)
        {
            Array.Resize(ref terms, Math.Max(number + 1, terms.Length * 2));
            Volatile.Write(ref _terms, terms);
        }
        terms[number] += by;
    }
}
