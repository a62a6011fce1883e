namespace LostFound.Queueing;

/// <summary>A guest as the scenarios see them, with chances of their own.</summary>
/// <param name="at">Seconds from now when they may be called; 0 for those who wait already.</param>
/// <param name="lane">What they come for.</param>
/// <param name="key">A number of their own.</param>
internal readonly struct Guest(double at, Lane lane, ulong key)
{
    private const ulong NoShows = 0x6E6F73686F77;
    private const ulong Leavers = 0x6C656176696E67;

    public double At { get; } = at;

    public Lane Lane { get; } = lane;

    /// <summary>How long they take.</summary>
    public Shuffle Service { get; } = new(key);

    /// <summary>Whether they come when they are called.</summary>
    public Shuffle NoShow { get; } = new(Draws.Mix(key ^ NoShows));

    /// <summary>How long they stay in line.</summary>
    public Shuffle Patience { get; } = new(Draws.Mix(key ^ Leavers));
}
