using LostFound.Web.Data;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>A counter takes nobody for a while; the guest who is there is served first. Opening it again ends the pause.</summary>
public sealed class PauseCounter(Store store, TimeProvider clock)
{
    public Task<Outcome<bool>> HandleAsync(Guid counterId, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        if (await db.Counters.SingleOrDefaultAsync(c => c.Id == counterId) is not { } counter)
            return LineWrites.NoCounter;
        if (counter.State == CounterState.Paused)
            return true;
        if (counter.State == CounterState.Closed)
            return new Refusal(RefusalKind.Conflict, $"Counter {counter.Number} is closed, so there is nothing to pause.");
        (counter.State, counter.ChangedAt) = (CounterState.Paused, clock.GetUtcNow().UtcDateTime);
        counter.Version++;
        db.AnnounceLine(counter.Desk, counter.ChangedAt);
        return true;
    }, cancellation);
}
