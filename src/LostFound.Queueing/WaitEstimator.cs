namespace LostFound.Queueing;

/// <summary>How long everyone in line will wait.</summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class WaitEstimator(ServiceTimes times)
{
    /// <summary>An estimate for every place of <see cref="LineState.Line"/>, in its order.</summary>
    /// <param name="state">The line.</param>
    public IReadOnlyList<WaitEstimate> Estimate(LineState state) =>
        [.. state.Line.Select((_, ahead) => Simple(state, ahead))];

    /// <summary>An estimate for somebody who joins now.</summary>
    /// <param name="state">The line without them.</param>
    /// <param name="lane">What they come for.</param>
    public WaitEstimate ForNewcomer(LineState state, Lane lane) => Simple(state, state.Line.Count);

    private WaitEstimate Simple(LineState state, int ahead)
    {
        var mean = times.For(Lane.Report, state.Now.Hour).Mean;
        var wait = mean * ahead / Math.Max(1, state.Counters.Count(counter => counter.TakesNext));
        return new WaitEstimate(wait, wait * 1.5);
    }
}
