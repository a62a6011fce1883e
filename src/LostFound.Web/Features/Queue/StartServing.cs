using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Queue;

/// <summary>The called guest is at the counter.</summary>
public sealed class StartServing(Store store, TimeProvider clock)
{
    public Task<Outcome<bool>> HandleAsync(Guid counterId, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        var found = await db.AtCounterAsync(counterId);
        if (!found.Succeeded)
            return found.Refusal;
        var (ticket, now) = (found.Value.Ticket, clock.GetUtcNow().UtcDateTime);
        if (ticket.State == TicketState.Serving)
            return true;
        if (ticket.ArrivedAt is null)
        {
            // Nobody tapped "I'm here" on a phone, so this is the first that is known of it.
            ticket.ArrivedAt = now;
            db.RecordMovement(ticket, TicketEventKind.Arrived, now, by);
        }
        (ticket.State, ticket.StartedAt) = (TicketState.Serving, now);
        db.RecordMovement(ticket, TicketEventKind.Started, now, by);
        return true;
    }, cancellation);
}
