namespace LostFound.Web.Data;

/// <summary>
/// Lets one writer at a time into the database. SQLite allows only one anyway; queueing here, in order of
/// arrival, keeps the slowest write within tens of milliseconds instead of leaving it to SQLite's
/// sleep-and-retry, and no two connections ever write or checkpoint at once.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        return new Turn(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;
        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
