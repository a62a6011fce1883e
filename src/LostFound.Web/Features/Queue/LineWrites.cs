using LostFound.Queueing;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>What the movements of a line share: the event, the version and the announcement, in the movement's own transaction.</summary>
internal static class LineWrites
{
    public static readonly Refusal NoTicket = new(RefusalKind.NotFound, "There is no such place in the line any more.") { Key = "queue.no-ticket" };
    public static readonly Refusal NoCounter = new(RefusalKind.NotFound, "There is no such counter any more.");

    public static IQueryable<Ticket> Active(this IQueryable<Ticket> tickets) => tickets.Where(t =>
        t.State == TicketState.Waiting || t.State == TicketState.Called || t.State == TicketState.Kept || t.State == TicketState.Serving);

    /// <summary>Writes down what happened to a tracked ticket and tells everybody who watches its line.</summary>
    public static void RecordMovement(
        this LostFoundDb db, Ticket ticket, TicketEventKind kind, DateTime at, Actor? by = null, OrderReason? reason = null, string note = "")
    {
        db.TicketEvents.Add(new TicketEvent
        {
            TicketId = ticket.Id,
            Desk = ticket.Desk,
            Kind = kind,
            At = at,
            StaffId = by?.StaffId,
            CounterId = ticket.CounterId,
            ToldBy = kind is TicketEventKind.Joined or TicketEventKind.Booked or TicketEventKind.Told ? ticket.ToldBy : null,
            Reason = reason,
            Note = note,
        });
        ticket.Version++;
        db.AnnounceLine(ticket.Desk, at);
        // A claim's own page has more on it than the place; it is one page, so this is one more small hint to one phone.
        if (ticket.ClaimId is { } claimId && kind is TicketEventKind.Joined or TicketEventKind.Booked)
            db.Announce(Topics.Claim(claimId), at);
    }

    public static void AnnounceLine(this LostFoundDb db, string desk, DateTime at)
    {
        db.Announce(Topics.Line(desk), at);
        db.Announce(Topics.Board, at);
    }

    /// <summary>The place is over, however it ended: the counter that had it is free.</summary>
    public static async Task EndAsync(this LostFoundDb db, Ticket ticket, TicketState state, TicketEventKind kind, DateTime at, Actor? by = null, string note = "")
    {
        (ticket.State, ticket.EndedAt) = (state, at);
        await db.FreeCounterAsync(ticket, at);
        db.RecordMovement(ticket, kind, at, by, note: note);
    }

    /// <summary>The counter that has this ticket is free for the next.</summary>
    public static async Task FreeCounterAsync(this LostFoundDb db, Ticket ticket, DateTime at)
    {
        if (await db.Counters.SingleOrDefaultAsync(c => c.TicketId == ticket.Id) is not { } counter)
            return;
        (counter.TicketId, counter.ChangedAt) = (null, at);
        counter.Version++;
    }

    /// <summary>Null when no counter with this sign was ever opened there.</summary>
    public static Task<Guid?> CounterIdAsync(this Store store, string desk, int number) =>
        store.ReadAsync(db => db.Counters.Where(c => c.Desk == desk && c.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync());

    /// <summary>The counter with the guest it has, tracked; a refusal in words when either is missing.</summary>
    public static async Task<Outcome<(Counter Counter, Ticket Ticket)>> AtCounterAsync(this LostFoundDb db, Guid counterId)
    {
        if (await db.Counters.SingleOrDefaultAsync(c => c.Id == counterId) is not { } counter)
            return NoCounter;
        if (counter.TicketId is not { } ticketId)
            return new Refusal(RefusalKind.Conflict, $"Nobody is called to counter {counter.Number} now. Call the next guest first.");
        return (counter, await db.Tickets.SingleAsync(t => t.Id == ticketId));
    }

    /// <summary>The next number of a desk on a business day. Inside the one write transaction, and the unique index stands behind it.</summary>
    public static async Task<int> NextNumberAsync(this LostFoundDb db, string desk, DateOnly day) =>
        (await db.Tickets.Where(t => t.Desk == desk && t.Day == day).MaxAsync(t => (int?)t.Number) ?? 0) + 1;
}
