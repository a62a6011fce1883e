namespace LostFound.Queueing;

/// <summary>A guest of one scenario.</summary>
/// <param name="At">Seconds from now when they may be called.</param>
/// <param name="Lane">What they come for.</param>
/// <param name="Key">Their chances.</param>
internal readonly record struct Guest(double At, Lane Lane, ulong Key);

/// <summary>
/// One scenario of the counters: whoever is first goes to the counter that is free first (the recursion of J. Kiefer and
/// J. Wolfowitz, "On the theory of queues with many servers", 1955), counters open and close as planned. Everything is fed
/// in the order of service, so no event list is needed and a whole line is one pass.
/// </summary>
internal sealed class CounterLine
{
    private static readonly Guest Nobody = new(double.PositiveInfinity, Lane.Report, 0);

    private readonly Chances _chances;
    private readonly int _scenario;
    private readonly double[] _free;
    private readonly (double At, int Open)[] _plan;
    private readonly Guest[] _first;
    private readonly Guest[] _booked;
    private int _open;
    private int _earliest;
    private int _change;
    private int _nextFirst;
    private int _nextBooked;

    /// <param name="chances">How long everybody takes, and who doesn't come.</param>
    /// <param name="scenario">Which scenario.</param>
    /// <param name="free">When each open counter is free, seconds from now.</param>
    /// <param name="plan">Changes to come, in time order.</param>
    /// <param name="first">Who passes bookings and arrivals, in time order.</param>
    /// <param name="booked">Who passes arrivals, in time order.</param>
    public CounterLine(Chances chances, int scenario, double[] free, (double At, int Open)[] plan, Guest[] first, Guest[] booked)
    {
        (_chances, _scenario, _plan, _first, _booked) = (chances, scenario, plan, first, booked);
        _open = free.Length;
        _free = new double[plan.Select(change => change.Open).Append(free.Length).Max()];
        free.CopyTo(_free, 0);
    }

    /// <summary>When the next of the line is called, everybody who passes them having been called.</summary>
    /// <param name="joins">Seconds from now when they are there; 0 for those who wait already.</param>
    /// <param name="clause">The clause they stand under.</param>
    public double CallOf(double joins, OrderReason clause)
    {
        while (true)
        {
            var isBooked = NextIsBooked(clause);
            var passing = isBooked ? _booked[_nextBooked] : NextFirst(clause);
            if (passing.At >= joins)
            {
                var start = FreeFrom(joins);
                if (passing.At > start)
                    return start;
            }
            _ = isBooked ? _nextBooked++ : _nextFirst++;
            Serve(FreeFrom(passing.At), passing);
        }
    }

    /// <summary>Takes the counter that <see cref="CallOf"/> found, unless the guest has left or doesn't come.</summary>
    /// <param name="start">When they are called, as <see cref="CallOf"/> said.</param>
    /// <param name="guest">Who.</param>
    public void Serve(double start, Guest guest)
    {
        if (_open > 0)
            _free[_earliest] = start + _chances.Busy(start, guest, _scenario);
    }

    /// <summary>Nobody passes a second contact.</summary>
    private Guest NextFirst(OrderReason clause) =>
        clause != OrderReason.SecondContact && _nextFirst < _first.Length ? _first[_nextFirst] : Nobody;

    private bool NextIsBooked(OrderReason clause) =>
        clause == OrderReason.Arrival && _nextBooked < _booked.Length && _booked[_nextBooked].At < NextFirst(clause).At;

    /// <summary>When a counter is free from a moment on, the plan being followed up to then.</summary>
    private double FreeFrom(double from)
    {
        while (true)
        {
            _earliest = Earliest();
            var start = _open == 0 ? double.PositiveInfinity : Math.Max(_free[_earliest], from);
            if (_change == _plan.Length || _plan[_change].At > start)
                return Math.Min(start, ServiceTable.Horizon);
            Follow(_plan[_change++]);
        }
    }

    /// <summary>New counters are free at once; the counter that is done first is the one that closes.</summary>
    private void Follow((double At, int Open) change)
    {
        while (_open < change.Open)
            _free[_open++] = change.At;
        while (_open > Math.Max(0, change.Open))
        {
            var first = Earliest();
            _free[first] = _free[--_open];
        }
    }

    private int Earliest()
    {
        var earliest = 0;
        for (var at = 1; at < _open; at++)
        {
            if (_free[at] < _free[earliest])
                earliest = at;
        }
        return earliest;
    }
}
