using System.Collections.Immutable;

namespace LostFound.Matching.Index;

/// <summary>What a reader works on from beginning to end: rows of one moment.</summary>
/// <param name="Version">Rows that died at this version or before are gone.</param>
/// <param name="Live">How many rows are held.</param>
/// <param name="Segments">Sorted stretches, with inverted lists.</param>
/// <param name="Fresh">The newest rows, in order of arrival; only the first <paramref name="FreshCount"/> belong to this snapshot.</param>
/// <param name="FreshCount">How many of them.</param>
internal sealed record Snapshot(int Version, int Live, ImmutableArray<Segment> Segments, FreshRows Fresh, int FreshCount);

/// <summary>The newest rows: appended by the one writer, read up to the count that a snapshot names.</summary>
internal sealed class FreshRows(int capacity)
{
    private readonly Row[] _rows = new Row[capacity];
    private readonly int[] _died = new int[capacity];

    public Row this[int at] => _rows[at];

    public void Put(int at, Row row)
    {
        _rows[at] = row;
        _died[at] = int.MaxValue;
    }

    public bool IsAlive(int at, int version) => Volatile.Read(ref _died[at]) > version;

    public void Kill(int at, int version) => Volatile.Write(ref _died[at], version);
}

/// <summary>
/// The rows of one side. A log-structured merge: new rows are appended; each few hundred become a small segment with
/// inverted lists, each few thousand a large one, so that a write costs microseconds, at times a merge of milliseconds,
/// and a million rows need only some hundred segments. One writer at a time (the caller locks); readers take
/// <see cref="Current"/> once and never wait: every write ends by publishing a new snapshot with one reference store, and
/// a row that was replaced or removed is only marked with the version at which it died.
/// </summary>
internal sealed class RowStore
{
    private const int FreshCapacity = 256;
    private const int SmallSegments = 16;

    // Loaded segments are larger: fewer to search, and nobody waits for their making.
    private const int LoadedSegment = 16_384;

    private readonly Dictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private Segment? _hollow;
    private volatile Snapshot _current = new(0, 0, [], new FreshRows(FreshCapacity), 0);

    public Snapshot Current => _current;

    /// <summary>Adds a row, or replaces the one with the same id; tells which row is gone, if one is.</summary>
    public Row? Put(Row row)
    {
        var held = _current;
        var version = held.Version + 1;
        var old = Kill(held, row.Id, version);
        held.Fresh.Put(held.FreshCount, row);
        _positions[row.Id] = new Position(null, held.FreshCount);
        Publish(held with { Version = version, Live = held.Live + (old is null ? 1 : 0), FreshCount = held.FreshCount + 1 });
        return old;
    }

    /// <summary>Takes a row out; null when there was none.</summary>
    public Row? Remove(string id)
    {
        var held = _current;
        var old = Kill(held, id, held.Version + 1);
        if (old is not null)
        {
            _positions.Remove(id);
            Publish(held with { Version = held.Version + 1, Live = held.Live - 1 });
        }
        return old;
    }

    /// <summary>Adds many rows at once, of which none is held yet. Segments that lie close in time are searched faster.</summary>
    public void Load(List<Row> rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(order.Select(at => rows[at].Time.From).ToArray(), order);
        _positions.EnsureCapacity(_positions.Count + rows.Count);
        var built = new Segment[(rows.Count + LoadedSegment - 1) / LoadedSegment];
        Parallel.For(0, built.Length, at =>
            built[at] = new Segment([.. order.Skip(at * LoadedSegment).Take(LoadedSegment).Select(row => rows[row])]));
        foreach (var segment in built)
            Locate(segment);
        var held = _current;
        _current = held with { Version = held.Version + 1, Live = held.Live + rows.Count, Segments = held.Segments.AddRange(built) };
    }

    public bool Holds(string id) => _positions.ContainsKey(id);

    private Row? Kill(Snapshot held, string id, int version)
    {
        if (!_positions.TryGetValue(id, out var at))
            return null;
        if (at.Segment is null)
        {
            held.Fresh.Kill(at.Row, version);
            return held.Fresh[at.Row];
        }
        at.Segment.Kill(at.Row, version);
        // Mostly dead, it costs more to search than to build anew.
        if (at.Segment.Dead * 2 > at.Segment.Count)
            _hollow = at.Segment;
        return at.Segment.Row(at.Segment.Runs.First(run => at.Row < run.End).Group, at.Row);
    }

    private void Publish(Snapshot next)
    {
        // Tidied before it is shown, so that a reader sees either all of the old arrangement or all of the new.
        if (_hollow is { } hollow)
            next = Merge(next, [hollow]);
        _hollow = null;
        if (next.FreshCount == FreshCapacity)
            next = MergeSmall(Seal(next));
        _current = next;
    }

    private Snapshot Seal(Snapshot full)
    {
        var rows = Enumerable.Range(0, full.FreshCount).Where(at => full.Fresh.IsAlive(at, full.Version)).Select(at => full.Fresh[at]);
        return full with { Segments = Append(full.Segments, [.. rows]), Fresh = new FreshRows(FreshCapacity), FreshCount = 0 };
    }

    private Snapshot MergeSmall(Snapshot held)
    {
        var small = held.Segments.Where(segment => segment.Count <= FreshCapacity).ToList();
        return small.Count < SmallSegments ? held : Merge(held, small);
    }

    private Snapshot Merge(Snapshot held, List<Segment> parts) => held with
    {
        Segments = Append(held.Segments.RemoveRange(parts), [.. parts.SelectMany(segment => segment.Living(held.Version))]),
    };

    private ImmutableArray<Segment> Append(ImmutableArray<Segment> segments, Row[] rows)
    {
        if (rows.Length == 0)
            return segments;
        var segment = new Segment(rows);
        Locate(segment);
        return segments.Add(segment);
    }

    private void Locate(Segment segment)
    {
        for (var row = 0; row < segment.Count; row++)
            _positions[segment.Id(row)] = new Position(segment, row);
    }

    /// <summary>Where a row is: in a segment, or (null) among the fresh ones.</summary>
    private readonly record struct Position(Segment? Segment, int Row);
}
