using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>A guest gives the place up. Saying it twice is as good as once.</summary>
public sealed class LeaveLine(Store store, TimeProvider clock, Words say)
{
    public Task<Outcome<bool>> HandleAsync(Guid ticketId, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return LineWrites.NoTicket;
        if (ticket.State is TicketState.Left or TicketState.NoShow)
            return true;
        if (!ticket.MayLeave)
            return new Refusal(RefusalKind.Conflict, say["queue.nothing-to-leave"]);
        await db.EndAsync(ticket, TicketState.Left, TicketEventKind.Left, clock.GetUtcNow().UtcDateTime);
        return true;
    }, cancellation);
}
