using System.Buffers;

namespace LostFound.Matching.Index;

/// <summary>Bits of each distinct trait against one claim or item, weighed when first asked for. Not for sharing between threads.</summary>
internal sealed class BitsTable : IDisposable
{
    private readonly float[] _bits;
    private readonly Func<int, double> _weigh;

    /// <param name="count">How many traits there are.</param>
    /// <param name="weigh">Bits of the trait of that number: multiples of 1/4096, which a float holds exactly.</param>
    public BitsTable(int count, Func<int, double> weigh)
    {
        _bits = ArrayPool<float>.Shared.Rent(count);
        _bits.AsSpan(0, count).Fill(float.NaN);
        _weigh = weigh;
    }

    public float this[int number]
    {
        get
        {
            var bits = _bits[number];
            return float.IsNaN(bits) ? _bits[number] = (float)_weigh(number) : bits;
        }
    }

    /// <summary>What was weighed so far; not a number where nothing was.</summary>
    public ReadOnlySpan<float> Known => _bits;

    public void Dispose() => ArrayPool<float>.Shared.Return(_bits);
}
