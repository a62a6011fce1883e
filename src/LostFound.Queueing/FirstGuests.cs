namespace LostFound.Queueing;

/// <summary>
/// One scenario's guests who pass bookings and arrivals: those known beforehand (kept places that come back, expected
/// second contacts), and second contacts that come at a rate, made only as far as they are asked for.
/// </summary>
internal sealed class FirstGuests
{
    private const ulong Stream = 0x7365636F6E64;

    private readonly Guest[] _known;
    private readonly double _rate;
    private readonly int _scenario;
    private int _next;
    private ulong _key = Draws.Mix(Stream);
    private double _coming;

    /// <param name="known">Known guests, in time order.</param>
    /// <param name="rate">Second contacts per second.</param>
    /// <param name="scenario">Which scenario.</param>
    public FirstGuests(Guest[] known, double rate, int scenario)
    {
        (_known, _rate, _scenario) = (known, rate, scenario);
        Come();
        Look();
    }

    /// <summary>When the next of them may be called, seconds from now; infinite when there is none.</summary>
    public double At { get; private set; }

    /// <summary>The next of them, who is then gone.</summary>
    public Guest Take()
    {
        Guest guest;
        if (_next < _known.Length && _known[_next].At <= _coming)
        {
            guest = _known[_next++];
        }
        else
        {
            guest = new Guest(_coming, Lane.SecondContact, Draws.Mix(_key ^ Stream));
            Come();
        }
        Look();
        return guest;
    }

    /// <summary>A Poisson process: exponential gaps, scaled by the rate, so a higher rate only moves everybody forward.</summary>
    private void Come()
    {
        _key = Draws.Mix(_key);
        _coming = _rate > 0 ? _coming + (Draws.Exponentials[new Shuffle(_key)[_scenario]] / _rate) : double.PositiveInfinity;
    }

    private void Look() => At = _next < _known.Length ? Math.Min(_known[_next].At, _coming) : _coming;
}
