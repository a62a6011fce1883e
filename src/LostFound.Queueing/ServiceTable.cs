namespace LostFound.Queueing;

/// <summary>Times at the counter made quick to look up: seconds by lane, start and quantile, for the hours from one moment on.</summary>
internal sealed class ServiceTable
{
    /// <summary>How far forecasts look; a wait beyond it is said to be this long.</summary>
    public const double Horizon = 12 * 3600;

    private const int Step = 300;
    private const int Steps = ((int)Horizon / Step) + 2;
    private static readonly Lane[] Lanes = Enum.GetValues<Lane>();

    private readonly double[][] _medians = new double[Lanes.Length][];
    private readonly double[][] _spreads = new double[Lanes.Length][];
    private readonly double[][] _errors = new double[Lanes.Length][];
    private readonly ServiceTime[] _now = new ServiceTime[Lanes.Length];

    public ServiceTable(ServiceTimes times, DateTime now)
    {
        var shared = new Shuffle(Draws.Key("how far off the medians are"));
        foreach (var lane in Lanes)
        {
            var current = times.For(lane, times.HourOf(now));
            _now[(int)lane] = current;
            _medians[(int)lane] = [.. Enumerable.Range(0, Steps).Select(step => Median(times, lane, now.AddSeconds(step * Step)))];
            _spreads[(int)lane] = [.. Draws.Normals.Select(normal => Math.Exp(current.LogSpread * normal))];
            _errors[(int)lane] = [.. Enumerable.Range(0, Draws.Count).Select(at => Math.Exp(current.LogError * Draws.Normals[shared[at]]))];
        }
    }

    /// <summary>Seconds at the counter.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="start">Seconds from now when it starts.</param>
    /// <param name="stratum">Which even quantile of the time.</param>
    /// <param name="scenario">Which scenario: in some, all medians are longer than believed.</param>
    public double Seconds(Lane lane, double start, int stratum, int scenario)
    {
        var medians = _medians[(int)lane];
        var at = Math.Min(start, Horizon) / Step;
        var step = (int)at;
        var median = medians[step] + ((at - step) * (medians[step + 1] - medians[step]));
        return median * _spreads[(int)lane][stratum] * _errors[(int)lane][scenario];
    }

    /// <summary>Seconds that a guest will still be at the counter, given how long they have been there already.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="elapsed">Seconds since the call.</param>
    /// <param name="stratum">Which even quantile of what remains.</param>
    public double Remaining(Lane lane, double elapsed, int stratum)
    {
        var time = _now[(int)lane];
        var median = Math.Log(time.Median.TotalSeconds);
        var passed = NormalCurve.Above((Math.Log(Math.Max(elapsed, 1)) - median) / time.LogSpread);
        var total = median + (time.LogSpread * NormalCurve.AtAbove(passed * (1 - Draws.Part(stratum))));
        return Math.Max(1, Math.Exp(total) - elapsed);
    }

    /// <summary>Straight between the middles of the hours: a jump could make a later start end sooner.</summary>
    private static double Median(ServiceTimes times, Lane lane, DateTime at)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, times.Zone);
        var pastMiddle = (local.TimeOfDay.TotalHours % 1) - 0.5;
        var neighbour = (local.Hour + (pastMiddle < 0 ? 23 : 1)) % 24;
        var share = Math.Abs(pastMiddle);
        return ((1 - share) * times.For(lane, local.Hour).Median.TotalSeconds) + (share * times.For(lane, neighbour).Median.TotalSeconds);
    }
}
