namespace LostFound.Queueing;

/// <summary>Learns from what happened how far the told time must reach, so that 88 to 93 of a hundred are called by it.</summary>
public sealed class ToldCalibration
{
    /// <summary>The margin for <see cref="TellingRule.Tell"/> for somebody who joins now.</summary>
    /// <param name="hour">Hour of the day at the venue, 0 to 23.</param>
    public double Margin(int hour) => 1;

    /// <summary>Learns from one outcome. Also call it at the told time when nobody was called by then.</summary>
    /// <param name="told">What was told on joining.</param>
    /// <param name="hour">Hour of the day at the venue when it was told, 0 to 23.</param>
    /// <param name="calledByThen">Whether the guest was called by the told time.</param>
    public void Record(Told told, int hour, bool calledByThen)
    {
        _ = (told, hour, calledByThen);
    }
}
