using LostFound.Queueing;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>Whom a counter called, and by which clause of the order it was their turn.</summary>
/// <param name="Passed">How many who joined earlier wait on; they are told why.</param>
public sealed record CalledGuest(Guid TicketId, int Number, Lane Lane, OrderReason Reason, int Passed);

/// <summary>
/// Calls whoever is next by the order of service. Of two counters that tap at once, one gets this guest and the other
/// the next one: the update of the ticket decides, not what a screen showed.
/// </summary>
public sealed class CallNext(Store store, TimeProvider clock)
{
    private const string Kind = "call-next";

    public Task<Outcome<CalledGuest>> HandleAsync(Guid counterId, Guid requestId, Actor by, CancellationToken cancellation) => store.WriteAsync<CalledGuest>(async db =>
    {
        var asked = new { counterId };
        var before = await db.AnsweredBeforeAsync(requestId, Kind, asked);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is { } known)
            return await AgainAsync(db, Guid.Parse(known));
        if (await db.Counters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == counterId) is not { } counter)
            return LineWrites.NoCounter;
        if (counter.State != CounterState.Open)
            return new Refusal(RefusalKind.Conflict, $"Counter {counter.Number} doesn’t take guests now. Open it first.");
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.Tickets.AsNoTracking().Where(t => t.Desk == counter.Desk && t.State == TicketState.Waiting).ToListAsync();
        var line = OrderOfService.Line(waiting.Select(t => t.AsPlace()), now);
        foreach (var place in line)
        {
            if (!await TakeAsync(db, Ticket.IdOf(place), counterId, now))
                continue;
            if (!await SeatAsync(db, counterId, Ticket.IdOf(place), now))
                return new Refusal(RefusalKind.Conflict, $"Counter {counter.Number} has a guest already. Finish with them first.");
            var reason = OrderOfService.Reason(place);
            var called = new CalledGuest(
                Ticket.IdOf(place), waiting.Single(t => t.Id == Ticket.IdOf(place)).Number, place.Lane, reason,
                line.Count(other => OrderOfService.Passes(place, other, now) is not null));
            db.RecordMovement(await db.Tickets.SingleAsync(t => t.Id == called.TicketId), TicketEventKind.Called, now, by, reason, called.Passed > 0 ? $"Before {called.Passed} who joined earlier" : "");
            db.Remember(requestId, Kind, asked, called.TicketId.ToString(), now);
            return called;
        }
        return new Refusal(RefusalKind.Conflict, "Nobody is waiting right now.");
    }, cancellation);

    private static async Task<bool> TakeAsync(LostFoundDb db, Guid ticketId, Guid counterId, DateTime now) => await db.Tickets
        .Where(t => t.Id == ticketId && t.State == TicketState.Waiting)
        .ExecuteUpdateAsync(set => set
            .SetProperty(t => t.State, TicketState.Called)
            .SetProperty(t => t.CalledAt, now)
            .SetProperty(t => t.FirstCalledAt, t => t.FirstCalledAt ?? now)
            .SetProperty(t => t.CounterId, counterId)) == 1;

    private static async Task<bool> SeatAsync(LostFoundDb db, Guid counterId, Guid ticketId, DateTime now) => await db.Counters
        .Where(c => c.Id == counterId && c.State == CounterState.Open && c.TicketId == null)
        .ExecuteUpdateAsync(set => set
            .SetProperty(c => c.TicketId, ticketId)
            .SetProperty(c => c.ChangedAt, now)
            .SetProperty(c => c.Version, c => c.Version + 1)) == 1;

    private static async Task<Outcome<CalledGuest>> AgainAsync(LostFoundDb db, Guid ticketId)
    {
        var ticket = await db.Tickets.AsNoTracking().SingleAsync(t => t.Id == ticketId);
        return new CalledGuest(ticket.Id, ticket.Number, ticket.Lane, OrderOfService.Reason(ticket.AsPlace()), Passed: 0);
    }
}
