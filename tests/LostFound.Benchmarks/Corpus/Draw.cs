namespace LostFound.Benchmarks.Corpus;

/// <summary>
/// Random draws that are the same on every machine and .NET version: SplitMix64 (Steele, Lea and Flood 2014). Its state is one
/// number, so every item has a sequence of its own and can be made again alone, without those before it.
/// </summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The sequence of one thing of a kind, unrelated to its neighbours'.</summary>
    public static Draw For(string kind, long number)
    {
        var seed = 14695981039346656037UL;
        foreach (var letter in kind)
            seed = (seed ^ letter) * 1099511628211UL;
        return new Draw(Mixed(seed + (ulong)number * 0x9E3779B97F4A7C15UL));
    }

    public ulong Next() => Mixed(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>At least 0, less than 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Unit() < share;

    /// <summary>At least 0, less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Favours the first: the second half as often, the third a third as often (Zipf).</summary>
    public T EarlyOf<T>(IReadOnlyList<T> choices) => choices[LogUniform(choices.Count) - 1];

    /// <summary>A rank from 1 to <paramref name="most"/>, rank r about 1/r as often as rank 1.</summary>
    public int LogUniform(int most) => Math.Min(most, (int)Math.Exp(Unit() * Math.Log(most + 1)));

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>Choices of which some come up more often.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _choices;
    private readonly double[] _upTo;

    public Weighted(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        _choices = [.. choices];
        _upTo = new double[_choices.Length];
        var sum = 0.0;
        for (var at = 0; at < _choices.Length; at++)
            _upTo[at] = sum += weight(_choices[at]);
    }

    public T Of(Draw draw) => At(draw.Unit()).Choice;

    /// <summary>The choice at a share of the whole weight, and how far into that choice's part the share lies (0 to 1).</summary>
    public (T Choice, double Within) At(double share)
    {
        var wanted = share * _upTo[^1];
        var at = Array.BinarySearch(_upTo, wanted);
        at = Math.Min(at < 0 ? ~at : at + 1, _choices.Length - 1);
        var before = at == 0 ? 0 : _upTo[at - 1];
        return (_choices[at], Math.Clamp((wanted - before) / (_upTo[at] - before), 0, 1));
    }
}
