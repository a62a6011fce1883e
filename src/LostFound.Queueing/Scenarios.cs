namespace LostFound.Queueing;

/// <summary>All scenarios of one line, ready to be fed.</summary>
internal static class Scenarios
{
    private const ulong SecondContacts = 0x7365636F6E64;
    private const ulong Returns = 0x72657475726E;

    /// <summary>One <see cref="CounterLine"/> a scenario.</summary>
    /// <param name="table">Times at the counter, from the state's moment on.</param>
    /// <param name="state">The line.</param>
    /// <param name="expected">Second contacts that are expected, by scenario; by the state's rate when left out.</param>
    public static CounterLine[] Of(ServiceTable table, LineState state, Func<int, IEnumerable<Guest>>? expected = null)
    {
        var chances = new Chances(table, state);
        var counters = state.Counters.Where(counter => counter.TakesNext).ToList();
        var keys = counters.Select(counter => Draws.Key($"{counter.Id} {counter.ServingSince?.Ticks}")).ToList();
        var plan = state.Plan
            .Where(change => change.At > state.Now)
            .OrderBy(change => change.At)
            .Select(change => (Seconds(state, change.At), change.Open))
            .ToArray();
        var booked = state.Booked
            .Select(place => new Guest(Seconds(state, place.BookedFor ?? place.JoinedAt), place.Lane, Draws.Key(place.Id)))
            .OrderBy(passing => passing.At)
            .ToArray();
        var lines = new CounterLine[Draws.Count];
        for (var scenario = 0; scenario < lines.Length; scenario++)
            lines[scenario] = new CounterLine(
                chances, scenario, Free(table, state, counters, keys, scenario), plan,
                [.. Returning(state, scenario).Concat(expected?.Invoke(scenario) ?? Coming(state, scenario)).OrderBy(passing => passing.At)],
                booked);
        return lines;
    }

    private static double Seconds(LineState state, DateTime time) => (time - state.Now).TotalSeconds;

    private static double[] Free(ServiceTable table, LineState state, List<Counter> counters, List<ulong> keys, int scenario) =>
    [
        .. counters.Select((counter, at) => counter is { Serving: { } lane, ServingSince: { } since }
            ? table.Remaining(lane, -Seconds(state, since), new Shuffle(keys[at])[scenario])
            : 0),
    ];

    /// <summary>Kept places whose guests come back.</summary>
    private static IEnumerable<Guest> Returning(LineState state, int scenario)
    {
        foreach (var place in state.Kept)
        {
            var key = Draws.Key(place.Id);
            // Of those who come back, each moment of the time that the place is kept is as likely.
            var chance = Draws.Part(new Shuffle(Draws.Mix(key ^ Returns))[scenario]);
            if (chance < state.ReturnRate)
                yield return new Guest(chance / state.ReturnRate * NoShowRule.KeptFor.TotalSeconds, place.Lane, key);
        }
    }

    /// <summary>Second contacts that are still to come, as a Poisson process.</summary>
    private static IEnumerable<Guest> Coming(LineState state, int scenario)
    {
        if (state.SecondContactsPerHour <= 0)
            yield break;
        var at = 0.0;
        for (var key = Draws.Mix(SecondContacts); ; key = Draws.Mix(key))
        {
            at += Draws.Exponentials[new Shuffle(key)[scenario]] * 3600 / state.SecondContactsPerHour;
            if (at > ServiceTable.Horizon)
                yield break;
            yield return new Guest(at, Lane.SecondContact, Draws.Mix(key ^ SecondContacts));
        }
    }
}
