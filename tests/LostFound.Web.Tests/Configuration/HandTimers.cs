namespace LostFound.Web.Tests.Configuration;

/// <summary>A clock whose timers ring when the test moves it, on the test's own thread.</summary>
internal sealed class HandTimers : TimeProvider
{
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _elapsed;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = _elapsed + by;
        while (_timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due) is { } next)
        {
            _elapsed = next.Due!.Value;
            next.Ring();
        }

        _elapsed = until;
    }

    private sealed class HandTimer(HandTimers clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._elapsed + dueTime;
            return true;
        }

        public void Ring()
        {
            Due = _period == Timeout.InfiniteTimeSpan ? null : Due + _period;
            ring();
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
