using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Calls a guest who has not come a second time, after the minutes that the walk is given. From then on the place is
/// kept, and the guest is told until when.
/// </summary>
public sealed class CallAgain(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<DateTime>> HandleAsync(Guid counterId, Actor by, CancellationToken cancellation) => store.WriteAsync<DateTime>(async db =>
    {
        var found = await db.AtCounterAsync(counterId);
        if (!found.Succeeded)
            return found.Refusal;
        var (ticket, venue, now) = (found.Value.Ticket, config.Current, clock.GetUtcNow().UtcDateTime);
        if (ticket.KeptUntil is { } before)
            return before;
        if (!ticket.MayBeCalledAgain)
            return new Refusal(RefusalKind.Conflict, $"Number {ticket.Number} is here already.");
        var earliest = ticket.CalledAt!.Value + venue.Queue.CallAgainAfter;
        if (now < earliest)
            return new Refusal(RefusalKind.Conflict, $"Give number {ticket.Number} until {venue.LocalTime(earliest):HH:mm} to walk here, then call again.");
        var until = now + venue.Queue.Hold;
        (ticket.CalledAgainAt, ticket.KeptUntil) = (now, until);
        db.RecordMovement(ticket, TicketEventKind.CalledAgain, now, by);
        return until;
    }, cancellation);
}
