namespace LostFound.Queueing;

/// <summary>How long a call keeps a counter busy: a guest's time, a call that nobody answers, or nothing for who has left.</summary>
/// <param name="table">Times at the counter.</param>
/// <param name="state">The line, with its rates.</param>
internal sealed class Chances(ServiceTable table, LineState state)
{
    private const ulong NoShow = 0x6E6F73686F77;
    private const ulong Leaving = 0x6C656176696E67;

    private readonly double _noShowSeconds = state.NoShowCost.TotalSeconds;

    /// <summary>Seconds that the counter is taken.</summary>
    /// <param name="start">Seconds from now of the call.</param>
    /// <param name="guest">Who is called.</param>
    /// <param name="scenario">Which scenario.</param>
    public double Busy(double start, Guest guest, int scenario)
    {
        var patience = state.LeavesPerHour > 0 ? Draws.Exponentials[new Shuffle(Draws.Mix(guest.Key ^ Leaving))[scenario]] * 3600 / state.LeavesPerHour : double.MaxValue;
        if (patience < start - guest.At)
            return 0;
        return state.NoShowRate > 0 && Draws.Part(new Shuffle(Draws.Mix(guest.Key ^ NoShow))[scenario]) < state.NoShowRate
            ? _noShowSeconds
            : table.Seconds(guest.Lane, start, new Shuffle(guest.Key)[scenario], scenario);
    }
}
