using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Passes a guest on, to another lane or another desk, with the arrival of before: who was sent to the wrong place does
/// not begin anew. At another desk the number is a new one, since numbers count by desk.
/// </summary>
public sealed class Transfer(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<int>> HandleAsync(Guid ticketId, string desk, Lane lane, Actor by, CancellationToken cancellation) => store.WriteAsync<int>(async db =>
    {
        if (config.Current.Desk(desk) is null)
            return PlaceTaking.NoDesk;
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return LineWrites.NoTicket;
        if (ticket.State == TicketState.Waiting && ticket.Desk == desk && ticket.Lane == lane)
            return ticket.Number;
        if (!ticket.MayBeTransferred)
            return new Refusal(RefusalKind.Conflict, $"Number {ticket.Number} isn’t in line or at a counter any more.");
        var now = clock.GetUtcNow().UtcDateTime;
        await db.FreeCounterAsync(ticket, now);
        if (ticket.Desk != desk)
        {
            db.AnnounceLine(ticket.Desk, now);
            (ticket.Number, ticket.ArrivedAt, ticket.BookedPlace) = (await db.NextNumberAsync(desk, ticket.Day), null, null);
        }
        (ticket.Desk, ticket.Lane, ticket.State) = (desk, lane, TicketState.Waiting);
        (ticket.CalledAt, ticket.CalledAgainAt, ticket.KeptUntil, ticket.StartedAt, ticket.CounterId) = (null, null, null, null, null);
        db.RecordMovement(ticket, TicketEventKind.Transferred, now, by);
        return ticket.Number;
    }, cancellation);
}
