namespace LostFound.Queueing;

/// <summary>All scenarios of one line, ready to be fed.</summary>
internal static class Scenarios
{
    private const ulong SecondContacts = 0x7365636F6E64;
    private const ulong Returns = 0x72657475726E;

    /// <summary>One <see cref="CounterLine"/> a scenario.</summary>
    /// <param name="table">Times at the counter, from the state's moment on.</param>
    /// <param name="state">The line.</param>
    public static CounterLine[] Of(ServiceTable table, LineState state)
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
            .Select(place => new Passing(Seconds(state, place.BookedFor ?? place.JoinedAt), place.Lane, Draws.Key(place.Id)))
            .OrderBy(passing => passing.At)
            .ToArray();
        var lines = new CounterLine[Draws.Count];
        for (var scenario = 0; scenario < lines.Length; scenario++)
            lines[scenario] = new CounterLine(chances, scenario, Free(table, state, counters, keys, scenario), plan, First(state, scenario), booked);
        return lines;
    }

    private static double Seconds(LineState state, DateTime time) => (time - state.Now).TotalSeconds;

    private static double[] Free(ServiceTable table, LineState state, List<Counter> counters, List<ulong> keys, int scenario) =>
    [
        .. counters.Select((counter, at) => counter is { Serving: { } lane, ServingSince: { } since }
            ? table.Remaining(lane, -Seconds(state, since), new Shuffle(keys[at])[scenario])
            : 0),
    ];

    /// <summary>Kept places whose guests come back, and second contacts that are still to come.</summary>
    private static Passing[] First(LineState state, int scenario)
    {
        var first = new List<Passing>();
        foreach (var place in state.Kept)
        {
            var key = Draws.Key(place.Id);
            // Of those who come back, each moment of the time that the place is kept is as likely.
            var chance = Draws.Part(new Shuffle(Draws.Mix(key ^ Returns))[scenario]);
            if (chance < state.ReturnRate)
                first.Add(new Passing(chance / state.ReturnRate * NoShowRule.KeptFor.TotalSeconds, place.Lane, key));
        }
        if (state.SecondContactsPerHour > 0)
            AddSecondContacts(first, state, scenario);
        return [.. first.OrderBy(passing => passing.At)];
    }

    private static void AddSecondContacts(List<Passing> first, LineState state, int scenario)
    {
        var at = 0.0;
        for (var key = Draws.Mix(SecondContacts); ; key = Draws.Mix(key))
        {
            at += Draws.Exponentials[new Shuffle(key)[scenario]] * 3600 / state.SecondContactsPerHour;
            if (at > ServiceTable.Horizon)
                return;
            first.Add(new Passing(at, Lane.SecondContact, Draws.Mix(key ^ SecondContacts)));
        }
    }
}
