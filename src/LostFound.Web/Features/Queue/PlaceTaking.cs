using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>What joining now and booking a time share: one active place a guest, a number, and the first word told.</summary>
public sealed class PlaceTaking(TicketTokens tokens, ReturnVisits visits, ConfigStore config)
{
    public static readonly Refusal NoDesk = new(RefusalKind.NotFound, "There is no such desk any more. Choose one of the desks below.", "desk") { Key = "queue.no-desk" };

    public TakenPlace Taken(Ticket ticket) => new(ticket.Id, ticket.Desk, ticket.Number, ticket.TokenHash is null ? null : tokens.For(ticket.Id));

    /// <summary>The place that this request took, or that the guest has anyway; null when there is none.</summary>
    public async Task<Outcome<TakenPlace?>> HadBeforeAsync(LostFoundDb db, Guid requestId, string kind, object asked, Guid? claimId, byte[]? guestKey)
    {
        var answered = await db.AnsweredBeforeAsync(requestId, kind, asked);
        if (!answered.Succeeded)
            return answered.Refusal;
        var ticket = answered.Value is { } known
            ? await db.Tickets.SingleOrDefaultAsync(t => t.Id == Guid.Parse(known))
            : await HeldAsync(db, claimId, guestKey);
        return ticket is null ? (TakenPlace?)null : Taken(ticket);
    }

    /// <summary>The one active place of a claim or of a phone.</summary>
    public static Task<Ticket?> HeldAsync(LostFoundDb db, Guid? claimId, byte[]? guestKey) => db.Tickets.Active()
        .SingleOrDefaultAsync(t => (claimId != null && t.ClaimId == claimId) || (guestKey != null && t.GuestKey == guestKey));

    public async Task<Ticket> AddAsync(LostFoundDb db, JoinInput input, DateTime? bookedFor, int? bookedPlace, Told? told, DateTime now)
    {
        var day = config.Current.Clock.BusinessDay(bookedFor ?? now);
        var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        var ticket = new Ticket
        {
            Id = id,
            Desk = input.Desk,
            Day = day,
            Number = await db.NextNumberAsync(input.Desk, day),
            Lane = await LaneAsync(db, input),
            From = input.From,
            JoinedAt = now,
            BookedFor = bookedFor,
            BookedPlace = bookedPlace,
            ClaimId = input.ClaimId,
            TokenHash = input.ClaimId is null ? TicketTokens.Hash(tokens.For(id)) : null,
            GuestKey = input.GuestKey,
            Name = input.Name,
            // Who walked up stands there already: that is the time standing.
            ArrivedAt = input.From is JoinedFrom.Staff ? now : null,
            FirstToldBy = told?.By,
            FirstToldToMinutes = told?.ToMinutes ?? 0,
        };
        if (told is not null)
            ticket.Tell(told, countersOpen: await db.Counters.CountAsync(c => c.Desk == input.Desk && c.State == CounterState.Open));
        db.Tickets.Add(ticket);
        if (input is { Lane: Lane.SecondContact, ClaimId: { } about })
            await visits.NoteAsync(db, await db.Claims.SingleAsync(c => c.Id == about), new ReturnSeen(RecognisedBy.Claim), now);
        db.RecordMovement(ticket, bookedFor is null ? TicketEventKind.Joined : TicketEventKind.Booked, now);
        return ticket;
    }

    /// <summary>A guest who came back goes first, whatever they chose.</summary>
    private static async Task<Lane> LaneAsync(LostFoundDb db, JoinInput input) =>
        input is { Lane: Lane.Report, ClaimId: { } claimId } && await db.ReturnVisits.OpenOf(claimId).AnyAsync() ? Lane.SecondContact : input.Lane;
}
