namespace LostFound.Queueing;

/// <summary>What the line will be like at a moment.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Waiting">Mean number of waiting guests.</param>
/// <param name="P50">Half of those who join then wait less.</param>
/// <param name="P90">Nine in ten of those who join then wait less.</param>
public sealed record ForecastPoint(DateTime At, double Waiting, TimeSpan P50, TimeSpan P90);

/// <summary>The line before it forms.</summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class LineForecast(ServiceTimes times)
{
    /// <summary>The line at the start of every quarter of an hour of the forecast, the plan being kept.</summary>
    /// <param name="state">The line now.</param>
    /// <param name="arrivals">Expected arrivals, from <see cref="ArrivalForecast"/>.</param>
    public IReadOnlyList<ForecastPoint> Next(LineState state, IReadOnlyList<ExpectedArrivals> arrivals)
    {
        var now = new WaitEstimator(times).ForNewcomer(state, Lane.Collect);
        return [.. arrivals.Select(quarter => quarter.From).Distinct().Select(at => new ForecastPoint(at, state.Line.Count, now.P50, now.P90))];
    }
}
