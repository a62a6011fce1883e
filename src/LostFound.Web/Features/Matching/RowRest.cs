namespace LostFound.Web.Features.Matching;

/// <summary>Lets a row that keeps failing rest, twice as long each time, so that it does not fill the log and the day.</summary>
internal sealed class RowRest(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Dictionary<Guid, (TimeSpan Wait, DateTimeOffset Until)> resting = [];

    public bool IsRested(Guid id) => !resting.TryGetValue(id, out var row) || clock.GetUtcNow() >= row.Until;

    public void Forget(Guid id) => resting.Remove(id);

    /// <summary>Notes a failure; says how long the row rests now.</summary>
    public TimeSpan Failed(Guid id)
    {
        var wait = resting.TryGetValue(id, out var row) ? row.Wait * 2 : First;
        wait = wait < Longest ? wait : Longest;
        resting[id] = (wait, clock.GetUtcNow() + wait);
        return wait;
    }
}
