using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.Measures;

internal readonly record struct Span(DateTime From, DateTime Until)
{
    public double Minutes => (Until - From).TotalMinutes;
}

/// <summary>What a desk did to its guests on a day; the same book for both desks, so that they are counted alike.</summary>
internal sealed class DeskLog
{
    private readonly Dictionary<int, int> visits = [];
    private readonly Dictionary<int, DateTime> back = [];
    private readonly Dictionary<int, DateTime> known = [];
    private readonly List<Span> stood = [];
    private readonly List<Span> elsewhere = [];
    private readonly List<Span> atCounter = [];

    /// <summary>Every stretch that somebody stood before the desk, served in the end or not. One a visit.</summary>
    public IReadOnlyList<Span> Stood => stood;

    /// <summary>Every stretch that somebody was in line without standing there.</summary>
    public IReadOnlyList<Span> Elsewhere => elsewhere;

    /// <summary>Every stretch that a counter was taken.</summary>
    public IReadOnlyList<Span> Busy => atCounter;

    /// <summary>How often each guest who came at all walked to the desk.</summary>
    public IReadOnlyDictionary<int, int> Visits => visits;

    /// <summary>When each guest whose thing was recognised heard of it.</summary>
    public IReadOnlyDictionary<int, DateTime> Known => known;

    /// <summary>When each guest who got the thing back over the counter had it.</summary>
    public IReadOnlyDictionary<int, DateTime> Back => back;

    /// <summary>Reached the guest by post, days later.</summary>
    public int Posted { get; private set; }

    public int GaveUp { get; private set; }

    public double StaffMinutes { get; private set; }

    public PromiseLog Promises { get; } = new();

    public void Came(Guest guest) => visits[guest.Number] = visits.GetValueOrDefault(guest.Number) + 1;

    public void StoodAt(DateTime from, DateTime until) => stood.Add(new Span(from, until));

    public void WaitedElsewhere(DateTime from, DateTime until) => elsewhere.Add(new Span(from, until));

    public void Knew(Guest guest, DateTime at) => known.Add(guest.Number, at);

    public void GaveBack(Guest guest, DateTime at) => back.Add(guest.Number, at);

    public void Sent() => Posted++;

    public void LeftImpatient() => GaveUp++;

    /// <summary>A counter was taken, from the call until it was free again.</summary>
    public void AtCounter(DateTime from, DateTime until)
    {
        atCounter.Add(new Span(from, until));
        Worked(until - from);
    }

    public void Worked(TimeSpan time) => StaffMinutes += time.TotalMinutes;
}
