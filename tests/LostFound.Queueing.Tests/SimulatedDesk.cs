namespace LostFound.Queueing.Tests;

/// <summary>One guest of a simulated day, with the outcome.</summary>
internal sealed class Visitor(Place place)
{
    public Place Place { get; } = place;

    public bool Comes { get; init; }

    public TimeSpan Takes { get; init; }

    public DateTime LeavesAt { get; init; }

    public DateTime? CalledAt { get; set; }
}

/// <summary>
/// Plays a day event by event, apart from everything that is under test but the order of service: the oracle that
/// estimates are measured against. Seeded; the same seed is the same day.
/// </summary>
internal sealed class SimulatedDesk
{
    private readonly DayPlan _plan;
    private readonly Dictionary<string, (Visitor Visitor, DateTime Since, DateTime Until)> _busy = new(StringComparer.Ordinal);
    private readonly List<Visitor> _waiting = [];
    private DateTime _now = DayPlan.Midnight;

    public SimulatedDesk(DayPlan plan, int seed)
    {
        _plan = plan;
        Visitors = Arrivals.Of(plan, seed);
    }

    public List<Visitor> Visitors { get; }

    /// <summary>Called in the order of the calls.</summary>
    public List<Visitor> Called { get; } = [];

    public List<ServiceSample> Samples { get; } = [];

    /// <summary>Told of everybody who joins, before they stand in line; the line is as it is then.</summary>
    public Action<LineState, Visitor> OnJoin { get; set; } = (_, _) => { };

    /// <summary>Told of everybody who is called.</summary>
    public Action<LineState, Visitor> OnCall { get; set; } = (_, _) => { };

    public void Play()
    {
        foreach (var visitor in Visitors)
        {
            RunUntil(visitor.Place.JoinedAt);
            OnJoin(State(), visitor);
            _waiting.Add(visitor);
            CallAll();
        }
        RunUntil(DayPlan.Midnight.AddHours(30));
    }

    public LineState State() => LineState.Of(
        _now,
        [.. Enumerable.Range(0, Math.Max(Open(), Names().Count())).Select(Number).Select(id => Counter(id))],
        [.. _plan.Staff.Where(change => change.At > _now)],
        [.. _waiting.Where(visitor => visitor.LeavesAt > _now).Select(visitor => visitor.Place)],
        _plan.NoShowRate) with
    {
        SecondContactsPerHour = _plan.SecondContactShare * Arrivals.Rate(_plan, _now),
        LeavesPerHour = _plan.LeavesPerHour,
    };

    private IEnumerable<string> Names() => _busy.Keys;

    private static string Number(int at) => $"counter {at}";

    private Counter Counter(string id) => _busy.TryGetValue(id, out var busy)
        ? new Counter(id, busy.Visitor.Place.Lane, busy.Since, TakesNext(id))
        : new Counter(id, null, null, TakesNext(id));

    /// <summary>The busy counters stay, up to as many as are open; whoever was called longest ago is likely to be done first, and closes.</summary>
    private bool TakesNext(string id)
    {
        var open = Open();
        return _busy.Count <= open
            ? _busy.ContainsKey(id) || Enumerable.Range(0, 99).Select(Number).Where(name => !_busy.ContainsKey(name)).Take(open - _busy.Count).Contains(id)
            : _busy.OrderByDescending(pair => pair.Value.Since).Take(open).Any(pair => pair.Key == id);
    }

    private int Open() => _plan.Staff.LastOrDefault(change => change.At <= _now)?.Open ?? 0;

    private void RunUntil(DateTime until)
    {
        while (true)
        {
            var next = _busy.Values.Select(busy => busy.Until)
                .Concat(_plan.Staff.Select(change => change.At))
                .Concat(_waiting.Select(visitor => visitor.Place.BookedFor).OfType<DateTime>())
                .Where(time => time > _now)
                .DefaultIfEmpty(DateTime.MaxValue)
                .Min();
            if (next > until)
                break;
            _now = next;
            foreach (var done in _busy.Where(pair => pair.Value.Until <= _now).ToList())
            {
                _busy.Remove(done.Key);
                if (done.Value.Visitor.Comes)
                    Samples.Add(new ServiceSample(done.Value.Visitor.Place.Lane, done.Value.Since, done.Value.Until - done.Value.Since));
            }
            CallAll();
        }
        _now = until;
    }

    private void CallAll()
    {
        _waiting.RemoveAll(visitor => visitor.LeavesAt <= _now);
        while (_busy.Count < Open() && OrderOfService.Line(_waiting.Select(visitor => visitor.Place), _now) is [var first, ..])
        {
            var visitor = _waiting.Single(waiting => waiting.Place == first);
            _waiting.Remove(visitor);
            visitor.CalledAt = _now;
            Called.Add(visitor);
            var id = Enumerable.Range(0, 99).Select(Number).First(name => !_busy.ContainsKey(name));
            _busy[id] = (visitor, _now, _now + (visitor.Comes ? visitor.Takes : NoShowRule.AnswerWithin));
            OnCall(State(), visitor);
        }
    }
}
