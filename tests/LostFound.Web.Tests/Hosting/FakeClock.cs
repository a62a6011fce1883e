namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// A clock that only tests move. Timers stay real: what waits for a moment waits for that moment, what compares
/// dates sees the date that the test set.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock guard = new();
    private DateTimeOffset now = start;
    private TimeSpan advanced;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    /// <summary>Elapsed time is real time and what the test added to it.</summary>
    public override long GetTimestamp()
    {
        lock (guard)
            return base.GetTimestamp() + (long)(advanced.TotalSeconds * TimestampFrequency);
    }

    public void Advance(TimeSpan by)
    {
        lock (guard)
            (now, advanced) = (now + by, advanced + by);
    }
}
