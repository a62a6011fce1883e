namespace LostFound.Web.Live;

/// <summary>
/// The latest changes, in memory, so that a storm of reconnecting browsers is answered "nothing new" without
/// touching the database. Safe for many readers and the one pump that appends.
/// </summary>
public sealed class ChangeFeed(int capacity = 4096)
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, long> lastByTopic = new(StringComparer.Ordinal);
    private readonly Queue<(long Sequence, string Topic)> ring = new(capacity);
    private long forgottenUpTo;

    public long Latest { get; private set; }

    /// <summary>Says from where the ring knows everything: changes up to here happened before this process.</summary>
    public void StartAfter(long sequence)
    {
        lock (guard)
            Latest = forgottenUpTo = sequence;
    }

    public void Append(long sequence, string topic)
    {
        lock (guard)
        {
            if (ring.Count == capacity)
            {
                var (oldest, oldTopic) = ring.Dequeue();
                forgottenUpTo = oldest;
                if (lastByTopic.GetValueOrDefault(oldTopic) == oldest)
                    lastByTopic.Remove(oldTopic);
            }
            ring.Enqueue((sequence, topic));
            lastByTopic[topic] = sequence;
            Latest = sequence;
        }
    }

    /// <summary>
    /// Whether <paramref name="topic"/> changed after <paramref name="seen"/>. Anything that the ring cannot
    /// know (too long ago, or a number from another database) counts as changed: a re-read too many is harmless.
    /// </summary>
    public bool ChangedSince(string topic, long seen)
    {
        lock (guard)
            return seen < forgottenUpTo || seen > Latest || lastByTopic.GetValueOrDefault(topic) > seen;
    }
}
