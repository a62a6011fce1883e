using System.Threading.Channels;

namespace LostFound.Web.Live;

/// <summary>
/// Says "something was committed" to whoever sweeps rows. Only a bell: the rows are the truth, so a lost ring
/// costs a moment (sweepers also look by themselves), never a change.
/// </summary>
public sealed class ChangeBell
{
    private readonly Lock guard = new();
    private readonly List<Channel<bool>> listeners = [];

    public ChannelReader<bool> Listen()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (guard)
            listeners.Add(channel);
        return channel.Reader;
    }

    public void Ring()
    {
        lock (guard)
        {
            foreach (var listener in listeners)
                listener.Writer.TryWrite(true);
        }
    }
}
