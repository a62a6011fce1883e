namespace LostFound.Queueing;

/// <summary>How long a call keeps a counter busy: a guest's time, a call that nobody answers, or nothing for who has left.</summary>
/// <param name="table">Times at the counter.</param>
/// <param name="state">The line, with its rates.</param>
internal sealed class Chances(ServiceTable table, LineState state)
{
    private readonly double _noShowRate = state.NoShowRate;
    private readonly double _noShowSeconds = state.NoShowCost.TotalSeconds;
    private readonly double _meanPatience = state.LeavesPerHour > 0 ? 3600 / state.LeavesPerHour : double.PositiveInfinity;

    /// <summary>Second contacts per second.</summary>
    public double SecondContactRate { get; } = state.SecondContactsPerHour / 3600;

    /// <summary>Seconds that the counter is taken.</summary>
    /// <param name="start">Seconds from now of the call.</param>
    /// <param name="guest">Who is called.</param>
    /// <param name="scenario">Which scenario.</param>
    public double Busy(double start, in Guest guest, int scenario)
    {
        if (Draws.Exponentials[guest.Patience[scenario]] * _meanPatience < start - guest.At)
            return 0;
        return Draws.Part(guest.NoShow[scenario]) < _noShowRate
            ? _noShowSeconds
            : table.Seconds(guest.Lane, start, guest.Service[scenario], scenario);
    }
}
