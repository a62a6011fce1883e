namespace LostFound.Matching.Index;

/// <summary>The best rows seen so far: most bits first, equal bits in order of id.</summary>
internal sealed class BestRows(int top, float floor)
{
    private static readonly Comparer<(float Bits, string Id)> WorstFirst = Comparer<(float Bits, string Id)>.Create((a, b) =>
        a.Bits.CompareTo(b.Bits) is not 0 and var byBits ? byBits : string.CompareOrdinal(b.Id, a.Id));

    private readonly PriorityQueue<Hit, (float Bits, string Id)> _held = new(WorstFirst);

    /// <summary>A row with fewer bits has no place among the best.</summary>
    public float Floor { get; private set; } = floor;

    /// <summary>False for impossible rows too, whose bits are minus infinity.</summary>
    public bool MayHold(float bits) => bits >= Floor && !float.IsNegativeInfinity(bits);

    public void Offer(Hit hit)
    {
        if (_held.Count < top)
            _held.Enqueue(hit, (hit.Bits, hit.Id));
        else
            _held.EnqueueDequeue(hit, (hit.Bits, hit.Id));
        if (_held.Count == top)
            Floor = Math.Max(Floor, _held.Peek().Bits);
    }

    public List<Hit> InOrder()
    {
        var hits = new List<Hit>(_held.Count);
        while (_held.TryDequeue(out var hit, out _))
            hits.Add(hit);
        hits.Reverse();
        return hits;
    }
}
