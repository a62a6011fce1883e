namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// A clock that only tests move. Timers stay real: what waits for a moment waits for that moment, what compares
/// dates sees the date that the test set.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock guard = new();
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    public void Advance(TimeSpan by)
    {
        lock (guard)
            now += by;
    }
}
