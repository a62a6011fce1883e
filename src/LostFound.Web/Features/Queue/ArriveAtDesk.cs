using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// "I'm here": the guest stands at the desk, or is back while the place is kept. Back in time means the place of before,
/// since what the order goes by was never moved.
/// </summary>
public sealed class ArriveAtDesk(Store store, TimeProvider clock, Words say)
{
    public Task<Outcome<bool>> HandleAsync(Guid ticketId, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return LineWrites.NoTicket;
        var now = clock.GetUtcNow().UtcDateTime;
        if (ticket.State == TicketState.NoShow || ticket.KeptUntil < now)
            return new Refusal(RefusalKind.Conflict, say["queue.too-late"]);
        if (!ticket.MayArrive || (ticket.ArrivedAt is not null && !ticket.MayComeBack))
            return true;
        if (ticket.MayComeBack)
            ComeBack(db, ticket, now);
        if (ticket.ArrivedAt is null)
        {
            ticket.ArrivedAt = now;
            db.RecordMovement(ticket, TicketEventKind.Arrived, now);
        }
        return true;
    }, cancellation);

    private static void ComeBack(LostFoundDb db, Ticket ticket, DateTime now)
    {
        (ticket.State, ticket.CalledAt, ticket.CalledAgainAt, ticket.KeptUntil, ticket.CounterId) = (TicketState.Waiting, null, null, null, null);
        db.RecordMovement(ticket, TicketEventKind.CameBack, now);
    }
}
