using System.Numerics;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Facts;

/// <summary>A set of colour keys as bits: a search compares thousands of them.</summary>
/// <param name="Bits">One bit a colour, by the number it was first seen with.</param>
internal readonly record struct ColourSet(ulong Bits)
{
    /// <summary>How many colours have a bit of their own; whatever comes later shares the last.</summary>
    public const int Most = 64;

    private static readonly Interner<string> Numbers = new(StringComparer.Ordinal);
    private static readonly ulong[] Near = new ulong[Most];
    private static readonly ulong[] Related = new ulong[Most];

    static ColourSet()
    {
        foreach (var colour in Relations.Colours)
            Numbers.Intern(colour);
        for (var one = 0; one < Numbers.Count; one++)
        {
            for (var two = 0; two < Numbers.Count; two++)
            {
                var distance = Relations.Between(Numbers[one], Numbers[two]);
                Near[one] |= distance <= ColourDistance.Near ? 1UL << two : 0;
                Related[one] |= distance <= ColourDistance.Related ? 1UL << two : 0;
            }
        }
    }

    public bool IsEmpty => Bits == 0;

    public static ColourSet Of(IEnumerable<string> keys)
    {
        var bits = 0UL;
        foreach (var key in keys)
            bits |= key.Length == 0 ? 0 : 1UL << NumberOf(key);
        return new ColourSet(bits);
    }

    public static string NameOf(int number) => Numbers[number];

    public static int NumberOf(string key) => Math.Min(Most - 1, Numbers.Intern(key));

    public ColourSet And(ColourSet other) => new(Bits & other.Bits);

    public ColourSet Or(ColourSet other) => new(Bits | other.Bits);

    public bool Overlaps(ColourSet other) => (Bits & other.Bits) != 0;

    /// <summary>The numbers of the colours, ascending.</summary>
    public IEnumerable<int> ToNumbers()
    {
        for (var rest = Bits; rest != 0; rest &= rest - 1)
            yield return BitOperations.TrailingZeroCount(rest);
    }

    public IEnumerable<string> ToKeys() => ToNumbers().Select(NameOf);

    /// <summary>The colours as staff should read them.</summary>
    public IEnumerable<string> ToNames() => ToKeys().Select(Display);

    public static string Display(string key) => key.Replace('-', ' ');

    /// <summary>The distance of the closest two colours of two sets; Far when one is empty.</summary>
    public ColourDistance DistanceTo(ColourSet other)
    {
        if (Overlaps(other))
            return ColourDistance.Same;
        ulong near = 0, related = 0;
        for (var rest = Bits; rest != 0; rest &= rest - 1)
        {
            near |= Near[BitOperations.TrailingZeroCount(rest)];
            related |= Related[BitOperations.TrailingZeroCount(rest)];
        }
        return (near & other.Bits) != 0 ? ColourDistance.Near
            : (related & other.Bits) != 0 ? ColourDistance.Related
            : ColourDistance.Far;
    }
}
