namespace LostFound.Queueing;

/// <summary>
/// How long everyone in line will wait: the line is played through many scenarios at once with the counters that are open,
/// what they are busy with and for how long already, the staffing plan, no-shows, and who will pass. One pass for the whole
/// line. No clock and no dice: the same line always gives the same estimates, and each guest's own chances stay theirs from
/// look to look, so estimates rise with people ahead and don't flicker.
/// </summary>
/// <param name="times">Measured times at the counter.</param>
public sealed class WaitEstimator(ServiceTimes times)
{
    /// <summary>The times it works with.</summary>
    public ServiceTimes Times => times;

    /// <summary>An estimate for every place of <see cref="LineState.Line"/>, in its order. Never falls along the line.</summary>
    /// <param name="state">The line.</param>
    /// <returns>Times until the call; at most 12 hours, also when no counter will be open.</returns>
    public IReadOnlyList<WaitEstimate> Estimate(LineState state)
    {
        var scenarios = Scenarios.Of(new ServiceTable(times, state.Now), state);
        var calls = new double[scenarios.Length];
        var estimates = new WaitEstimate[state.Line.Count];
        for (var at = 0; at < estimates.Length; at++)
        {
            var place = state.Line[at];
            var guest = new Guest(0, place.Lane, Draws.Key(place.Id));
            var clause = OrderOfService.Reason(place);
            for (var scenario = 0; scenario < scenarios.Length; scenario++)
            {
                var call = scenarios[scenario].CallOf(0, clause);
                scenarios[scenario].Serve(call, guest);
                calls[scenario] = call;
            }
            estimates[at] = Quantiles.Of(calls);
        }
        return estimates;
    }

    /// <summary>An estimate for somebody who joins now.</summary>
    /// <param name="state">The line without them.</param>
    /// <param name="lane">What they come for.</param>
    public WaitEstimate ForNewcomer(LineState state, Lane lane)
    {
        var newcomer = new Place("", lane, state.Now);
        var line = OrderOfService.Line([.. state.Line, newcomer], state.Now);
        var ahead = line.Count;
        while (!ReferenceEquals(line[ahead - 1], newcomer))
            ahead--;
        return Estimate(state with { Line = [.. line.Take(ahead)] })[^1];
    }
}
