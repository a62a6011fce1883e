using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// The guest was called twice and isn't here: the counter goes on to the next, and the place is kept until the time that
/// the guest was told. Who is back by then stands where they stood (<see cref="ArriveAtDesk"/>).
/// </summary>
public sealed class MarkNoShow(Store store, TimeProvider clock)
{
    public Task<Outcome<bool>> HandleAsync(Guid counterId, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        var found = await db.AtCounterAsync(counterId);
        if (!found.Succeeded)
            return found.Refusal;
        var (ticket, now) = (found.Value.Ticket, clock.GetUtcNow().UtcDateTime);
        if (!ticket.MayBeKept)
            return new Refusal(RefusalKind.Conflict, ticket.MayBeCalledAgain
                ? $"Call number {ticket.Number} once more first: everybody is called twice."
                : $"Number {ticket.Number} is here already.");
        ticket.State = TicketState.Kept;
        await db.FreeCounterAsync(ticket, now);
        db.RecordMovement(ticket, TicketEventKind.Kept, now, by);
        return true;
    }, cancellation);
}
