using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;

namespace LostFound.Matching.Index;

/// <summary>A stretch of rows of one category within a segment.</summary>
internal readonly record struct Run(int Group, int Start, int End);

/// <summary>
/// Some thousand rows in columns, sorted by category, with their own inverted lists. Everything but the time a row died
/// is fixed when it is built, so readers share it without locks.
/// </summary>
internal sealed class Segment
{
    public const int SilenceSteps = 16;

    private readonly string[] _ids;
    private readonly int[] _kinds;
    private readonly int[] _colours;
    private readonly int[] _brands;
    private readonly int[] _places;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly ushort[] _features;
    private readonly int[] _died;
    private readonly int[] _termStarts;
    private readonly int[] _terms;
    private readonly Postings _postings;

    /// <summary>Builds from rows in any order.</summary>
    public Segment(Row[] rows)
    {
        Array.Sort(Array.ConvertAll(rows, row => ((long)row.Group << 32) + row.Time.From - int.MinValue), rows);
        Count = rows.Length;
        _ids = Array.ConvertAll(rows, row => row.Id);
        _kinds = Array.ConvertAll(rows, row => row.Kind);
        _colours = Array.ConvertAll(rows, row => row.Colours);
        _brands = Array.ConvertAll(rows, row => row.Brand);
        _places = Array.ConvertAll(rows, row => row.Place);
        _from = Array.ConvertAll(rows, row => row.Time.From);
        // Items are found at one moment: both ends share one column.
        _to = Array.TrueForAll(rows, row => row.Time.From == row.Time.To) ? _from : Array.ConvertAll(rows, row => row.Time.To);
        _features = Array.ConvertAll(rows, row => (ushort)row.Features);
        Silences = Array.ConvertAll(rows, row => (byte)(WordsComparison.Tally.Silence(Math.Min(row.Features, byte.MaxValue)) * SilenceSteps));
        _died = new int[Count];
        Array.Fill(_died, int.MaxValue);
        _termStarts = new int[Count + 1];
        for (var at = 0; at < Count; at++)
            _termStarts[at + 1] = _termStarts[at] + rows[at].Terms.Length;
        _terms = new int[_termStarts[Count]];
        for (var at = 0; at < Count; at++)
            rows[at].Terms.CopyTo(_terms, _termStarts[at]);
        _postings = new Postings(_terms, _termStarts);
        Runs = RunsOf(rows);
        Earliest = Count == 0 ? 0 : _from.Min();
        Latest = Count == 0 ? 0 : _from.Max();
    }

    public int Count { get; }

    /// <summary>Rows that died; written by the one writer only.</summary>
    public int Dead { get; private set; }

    public Run[] Runs { get; }

    /// <summary>
    /// How much the features of each row would count if none were shared, rounded down to steps of 1/<see cref="SilenceSteps"/>:
    /// one byte a row, since going through them all is a good part of a query.
    /// </summary>
    public byte[] Silences { get; }

    /// <summary>Earliest beginning of any row's time; <see cref="Window.Unknown"/> when one has none.</summary>
    public int Earliest { get; }

    public int Latest { get; }

    /// <summary>Numbers of the rows' colours, for going over many.</summary>
    public ReadOnlySpan<int> ColourColumn => _colours;

    /// <summary>Numbers of the rows' places.</summary>
    public ReadOnlySpan<int> PlaceColumn => _places;

    public string Id(int row) => _ids[row];

    public int Kind(int row) => _kinds[row];

    public int Colours(int row) => _colours[row];

    public int Brand(int row) => _brands[row];

    public int Place(int row) => _places[row];

    public int Features(int row) => _features[row];

    public Window Time(int row) => new(_from[row], _to[row]);

    public ReadOnlySpan<int> Terms(int row) => _terms.AsSpan(_termStarts[row].._termStarts[row + 1]);

    /// <summary>The rows that hold a term, ascending; dead ones too.</summary>
    public ReadOnlySpan<ushort> RowsWith(int term) => _postings.Of(term);

    /// <summary>Whether a row is held in the snapshot of that version.</summary>
    public bool IsAlive(int row, int version) => Volatile.Read(ref _died[row]) > version;

    public void Kill(int row, int version)
    {
        Volatile.Write(ref _died[row], version);
        Dead++;
    }

    public Row Row(int group, int row) =>
        new(_ids[row], group, _kinds[row], _colours[row], _brands[row], _places[row], Time(row), Features(row), Terms(row).ToArray());

    /// <summary>The rows held at a version, as they were given.</summary>
    public IEnumerable<Row> Living(int version)
    {
        foreach (var run in Runs)
        {
            for (var row = run.Start; row < run.End; row++)
            {
                if (IsAlive(row, version))
                    yield return Row(run.Group, row);
            }
        }
    }

    private static Run[] RunsOf(Row[] rows)
    {
        var runs = new List<Run>();
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].Group == rows[start].Group)
                end++;
            runs.Add(new Run(rows[start].Group, start, end));
            start = end;
        }
        return [.. runs];
    }
}
