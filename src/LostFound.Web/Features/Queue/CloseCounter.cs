using LostFound.Web.Data;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>Nobody is at the counter any more. Not while a guest is called to it: nobody is left standing there.</summary>
public sealed class CloseCounter(Store store, TimeProvider clock)
{
    public Task<Outcome<bool>> HandleAsync(Guid counterId, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        if (await db.Counters.SingleOrDefaultAsync(c => c.Id == counterId) is not { } counter)
            return LineWrites.NoCounter;
        if (counter.State == CounterState.Closed)
            return true;
        if (counter.TicketId is not null)
            return new Refusal(RefusalKind.Conflict, $"A guest is called to counter {counter.Number}. Finish with them, or pass them on, and close it then.");
        counter.Close(clock.GetUtcNow().UtcDateTime);
        db.AnnounceLine(counter.Desk, counter.ChangedAt);
        return true;
    }, cancellation);
}
