using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>Done with a guest: the counter is free for the next.</summary>
public sealed class FinishServing(Store store, TimeProvider clock)
{
    /// <param name="ticketId">Whom the screen showed: a second tap must not finish with the guest after.</param>
    public Task<Outcome<bool>> HandleAsync(Guid counterId, Guid ticketId, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return LineWrites.NoTicket;
        if (ticket.State == TicketState.Served)
            return true;
        if (!ticket.MayBeFinished || ticket.CounterId != counterId)
            return new Refusal(RefusalKind.Conflict, $"Number {ticket.Number} isn’t being served at this counter. Say first that they are here.");
        await db.EndAsync(ticket, TicketState.Served, TicketEventKind.Served, clock.GetUtcNow().UtcDateTime, by);
        return true;
    }, cancellation);
}
