namespace LostFound.Web.Live;

/// <summary>
/// Says "something was committed" to whoever sweeps rows. Only a bell: the rows are the truth, so a lost ring
/// costs a moment (sweepers also look by themselves), never a change.
/// </summary>
public sealed class ChangeBell
{
    private readonly Lock guard = new();
    private readonly List<SemaphoreSlim> listeners = [];

    /// <summary>A listener of one's own: released at a ring, and holding at most one, however often it rang.</summary>
    public SemaphoreSlim Listen()
    {
        var listener = new SemaphoreSlim(0, 1);
        lock (guard)
            listeners.Add(listener);
        return listener;
    }

    public void Ring()
    {
        lock (guard)
        {
            foreach (var listener in listeners.Where(l => l.CurrentCount == 0))
                listener.Release();
        }
    }
}
