namespace LostFound.Queueing;

/// <summary>
/// The fixed chances of all scenarios: common random numbers (P. Glasserman and D. Yao, "Some Guidelines and Guarantees for
/// Common Random Numbers", Management Science 38, 1992). Each place has its own, made from its id, so an estimate never
/// jumps by chance between two looks, and one more guest ahead only ever adds. Over the scenarios every place goes through
/// evenly spaced quantiles in an order of its own (Latin hypercube: M. McKay et al., Technometrics 21, 1979).
/// </summary>
internal static class Draws
{
    /// <summary>Number of scenarios, and of evenly spaced quantiles. A power of two, as <see cref="Shuffle"/> needs.</summary>
    public const int Count = 256;

    /// <summary>Normal values at the middles of the even quantiles.</summary>
    public static readonly double[] Normals = [.. Enumerable.Range(0, Count).Select(at => -NormalCurve.AtAbove(Part(at)))];

    /// <summary>Exponential times with mean 1 at the middles of the even quantiles.</summary>
    public static readonly double[] Exponentials = [.. Enumerable.Range(0, Count).Select(at => -Math.Log(1 - Part(at)))];

    /// <summary>The middle of an even quantile, above 0 and below 1.</summary>
    public static double Part(int stratum) => (stratum + 0.5) / Count;

    /// <summary>A number for a text, the same on every machine (FNV-1a, then mixed).</summary>
    public static ulong Key(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>Spreads nearby numbers far apart (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}

/// <summary>An order of the even quantiles over the scenarios: a different one for each key, and each of them once.</summary>
internal readonly struct Shuffle(ulong key)
{
    private const uint Mask = Draws.Count - 1;
    private readonly uint _first = (uint)key | 1;
    private readonly uint _second = (uint)(key >> 8) | 1;
    private readonly uint _third = (uint)(key >> 16) | 1;
    private readonly uint _start = (uint)(key >> 32);
    private readonly uint _turn = (uint)(key >> 40);

    /// <summary>The quantile that a scenario uses.</summary>
    /// <param name="scenario">0 to <see cref="Draws.Count"/> - 1.</param>
    public int this[int scenario]
    {
        get
        {
            // Odd multiplications and shifted exclusive-ors lose nothing modulo a power of two, so this is a permutation.
            var at = (((uint)scenario * _first) + _start) & Mask;
            at ^= at >> 4;
            at = ((at * _second) + _turn) & Mask;
            at ^= at >> 3;
            at = (at * _third) & Mask;
            return (int)(at ^ (at >> 4));
        }
    }
}
