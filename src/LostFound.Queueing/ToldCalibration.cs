namespace LostFound.Queueing;

/// <summary>
/// Learns from what happened how far the told time must reach, so that 88 to 93 of a hundred guests are called by it, and
/// not far fewer in any hour. Quantile tracking as in adaptive conformal inference (I. Gibbs and E. Candès, NeurIPS 2021)
/// with a part that answers to a bad spell at once (A. Angelopoulos, E. Candès, R. Tibshirani, "Conformal PID Control for
/// Time Series Prediction", NeurIPS 2023): every miss widens by much, every hit narrows by little, in the ratio of the
/// goal, which holds the goal in the long run whatever is wrong with the estimates. Not safe for several threads at once.
/// </summary>
public sealed class ToldCalibration
{
    /// <summary>Part of the guests to be called by the told time: the middle of 88 to 93 %, a little nearer to the top.</summary>
    public const double Goal = 0.91;

    private const double Narrowest = -0.5;
    private const double Widest = 6;

    // Steps in units of P90 - P50. The steady parts move a tenth of it in some dozen misses; the quick one half of it in
    // one, and forgets half of that in the next dozen outcomes. Chosen on simulated days, where twice or half is as good.
    private const double SteadyStep = 0.05;
    private const double HourStep = 0.08;
    private const double QuickStep = 0.4;
    private const double QuickMemory = 0.95;

    private readonly double[] _hours = new double[24];
    private double _steady = 1;
    private double _quick;
    private DateTime _last;

    /// <summary>The margin for <see cref="TellingRule.Tell"/> for somebody who joins now.</summary>
    /// <param name="hour">Hour of the day at the venue, 0 to 23.</param>
    /// <returns>0 is P50, 1 is P90; -0.5 to 6.</returns>
    public double Margin(int hour) => Math.Clamp(_steady + _hours[hour] + _quick, Narrowest, Widest);

    /// <summary>
    /// Learns from one outcome, told in the order in which they become known: at the call, or at the told time when
    /// nobody was called by then. A guest who left before both says nothing, and one who was called at once was told no time.
    /// </summary>
    /// <param name="told">What was told on joining.</param>
    /// <param name="hour">Hour of the day at the venue when it was told, 0 to 23.</param>
    /// <param name="calledByThen">Whether the guest was called by the told time.</param>
    public void Record(Told told, int hour, bool calledByThen)
    {
        // A bad spell ends with its day.
        if (told.At - _last > TimeSpan.FromHours(5))
            _quick = 0;
        _last = told.At;
        var step = (calledByThen ? 0 : 1) - (1 - Goal);
        _steady = Math.Clamp(_steady + (SteadyStep * step), Narrowest, Widest);
        _hours[hour] = Math.Clamp(_hours[hour] + (HourStep * step), -1, 1);
        _quick = (QuickMemory * _quick) + (QuickStep * step);
    }
}
