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
    /// <param name="lane">What the guest comes for.</param>
    /// <param name="key">The guest's chances.</param>
    /// <param name="scenario">Which scenario.</param>
    public double Busy(double start, Lane lane, ulong key, int scenario)
    {
        if (state.LeavesPerHour > 0 && Draws.Exponentials[new Shuffle(Draws.Mix(key ^ Leaving))[scenario]] * 3600 < start * state.LeavesPerHour)
            return 0;
        return state.NoShowRate > 0 && Draws.Part(new Shuffle(Draws.Mix(key ^ NoShow))[scenario]) < state.NoShowRate
            ? _noShowSeconds
            : table.Seconds(lane, start, new Shuffle(key)[scenario], scenario);
    }
}
