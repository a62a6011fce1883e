using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>
/// Reads a guest in line with claim, item and history, so that the item is fetched and nothing is asked twice. Contact
/// details are not part of that.
/// </summary>
public sealed class ReadGuest(ReadClaimAtDesk claims)
{
    /// <summary>Null when there is no such ticket.</summary>
    public async Task<GuestAtCounter?> HandleAsync(LostFoundDb db, VenueConfig venue, VenueTime time, Guid ticketId)
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return null;
        var claim = ticket.ClaimId is { } claimId ? await claims.HandleAsync(db, venue, claimId, null) : null;
        var before = ticket.ClaimId is { } about ? await db.GuestHistoryAsync(await db.Claims.SingleAsync(c => c.Id == about), venue, time) : null;
        return new GuestAtCounter
        {
            TicketId = ticket.Id,
            Number = ticket.Number,
            Desk = ticket.Desk,
            Lane = ticket.Lane,
            State = ticket.State,
            Name = ticket.Name,
            From = ticket.From,
            Reason = OrderOfService.Reason(ticket.AsPlace()),
            JoinedAt = ticket.JoinedAt,
            BookedFor = ticket.BookedFor,
            CalledAt = ticket.CalledAt,
            CalledAgainAt = ticket.CalledAgainAt,
            KeptUntil = ticket.KeptUntil,
            ArrivedAt = ticket.ArrivedAt,
            FirstToldBy = ticket.FirstToldBy,
            ToldBy = ticket.ToldBy,
            CallAgainFrom = ticket.MayBeCalledAgain ? ticket.CalledAt + venue.Queue.CallAgainAfter : null,
            MayBeKept = ticket.MayBeKept,
            MayBeTransferred = ticket.MayBeTransferred,
            MayLeave = ticket.MayLeave,
            Claim = claim,
            Fetch = claim is { Status: ClaimStatus.ReadyToCollect, Chosen: { } item } ? await FetchAsync(db, venue, item.ItemId, ticket.Desk) : null,
            Before = before,
            Guidance = venue.Guidance.Steps,
            History = [.. before?.Story ?? [], .. await HistoryAsync(db, time, ticket)],
        };
    }

    private static async Task<ItemToFetch?> FetchAsync(LostFoundDb db, VenueConfig venue, Guid itemId, string desk)
    {
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == itemId && i.Status == ItemStatus.OnHold) is not { } item)
            return null;
        return new ItemToFetch(
            item.Id, item.Bin, item.Bin is { } code ? venue.Bin(code)?.Name ?? code : "in no bin",
            ItemWords.Desk(item.Desk, venue), string.Equals(item.Desk, desk, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<TimelineEvent>> HistoryAsync(LostFoundDb db, VenueTime time, Ticket ticket)
    {
        var told = ticket.ClaimId is { } claimId
            ? await db.ClaimEvents.Where(e => e.ClaimId == claimId).OrderByDescending(e => e.Id).ToListAsync()
            : [];
        // Earlier visits about the same claim belong to the story as much as this one.
        var moves = await db.TicketEvents
            .Where(e => e.TicketId == ticket.Id || (ticket.ClaimId != null && db.Tickets.Any(t => t.Id == e.TicketId && t.ClaimId == ticket.ClaimId)))
            .Join(db.Tickets, e => e.TicketId, t => t.Id, (e, t) => new { Event = e, t.Number }).OrderByDescending(e => e.Event.Id).ToListAsync();
        // In their own words: nobody should have to say at the counter again what they wrote.
        var written = await db.Messages.Where(m => m.ClaimId == ticket.ClaimId && m.Text != "").OrderByDescending(m => m.At).ToListAsync();
        var names = await db.Staff.ToDictionaryAsync(s => s.Id, s => s.Name);
        // Latest first, so that what happened at the same moment is told in that order too.
        return
        [
            .. told.Where(e => e.Kind is not (ClaimEventKind.StaffWrote or ClaimEventKind.GuestWrote)).Select(e => DeskWords.Tell(e) with { Detail = e.NextWordBy is { } by ? $"Next word promised by {time.Describe(by)}" : null }),
            .. written.Select(m => new TimelineEvent(m.At, m.From == MessageFrom.Staff ? "We wrote to the guest" : "The guest wrote")
            {
                Icon = "message-circle",
                Quote = m.Text,
                QuoteLanguage = m.Language,
            }),
            .. moves.Select(m => CounterWords.Tell(m.Event, m.Number, m.Event.StaffId is { } by ? names.GetValueOrDefault(by) : null, time)),
        ];
    }
}
