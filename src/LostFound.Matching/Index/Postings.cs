namespace LostFound.Matching.Index;

/// <summary>The inverted lists of one segment: term → rows, two bytes an entry.</summary>
internal sealed class Postings
{
    private readonly int[] _terms;
    private readonly int[] _starts;
    private readonly ushort[] _rows;

    /// <summary>Inverts the rows' terms.</summary>
    /// <param name="terms">The terms of all rows, one row after the other.</param>
    /// <param name="rowStarts">Where each row's terms start; one entry more than there are rows.</param>
    public Postings(int[] terms, int[] rowStarts)
    {
        var entries = new long[terms.Length];
        for (var row = 0; row + 1 < rowStarts.Length; row++)
        {
            for (var at = rowStarts[row]; at < rowStarts[row + 1]; at++)
                entries[at] = ((long)terms[at] << 16) | (uint)row;
        }
        Array.Sort(entries);
        var distinct = new List<int>();
        var starts = new List<int>();
        _rows = new ushort[entries.Length];
        for (var at = 0; at < entries.Length; at++)
        {
            var term = (int)(entries[at] >> 16);
            if (distinct.Count == 0 || distinct[^1] != term)
            {
                distinct.Add(term);
                starts.Add(at);
            }
            _rows[at] = (ushort)entries[at];
        }
        starts.Add(entries.Length);
        _terms = [.. distinct];
        _starts = [.. starts];
    }

    public ReadOnlySpan<ushort> Of(int term)
    {
        var at = Array.BinarySearch(_terms, term);
        return at < 0 ? [] : _rows.AsSpan(_starts[at].._starts[at + 1]);
    }
}
