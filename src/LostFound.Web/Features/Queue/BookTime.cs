using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Books ten minutes at a desk instead of waiting. Few places a slot, kept by a unique index, so that bookings can't
/// starve whoever simply comes. A place that the guest has in line is given up for it, in the same transaction.
/// </summary>
public sealed class BookTime(Store store, PlaceTaking places, ConfigStore config, TimeProvider clock, Words say)
{
    private const string Kind = "book-time";

    /// <summary>The slots of the opening going on, or of the next, that have a place left. UTC.</summary>
    public async Task<IReadOnlyList<DateTime>> FreeSlotsAsync(string desk)
    {
        var slots = Slots();
        if (slots.Count == 0)
            return slots;
        var (from, to) = (slots[0], slots[^1]);
        var booked = await store.ReadAsync(db => Booked(db, desk).Where(t => t.BookedFor >= from && t.BookedFor <= to).Select(t => t.BookedFor!.Value).ToListAsync());
        var taken = booked.CountBy(slot => slot).ToDictionary();
        return [.. slots.Where(slot => taken.GetValueOrDefault(slot) < config.Current.Queue.BookingPlaces)];
    }

    public Task<Outcome<TakenPlace>> HandleAsync(JoinInput input, DateTime slot, CancellationToken cancellation) => store.WriteAsync<TakenPlace>(async db =>
    {
        if (config.Current.Desk(input.Desk) is null)
            return PlaceTaking.NoDesk;
        var asked = new { input, slot };
        // Without the guest: a place in line is no answer to who wants a time.
        var before = await places.HadBeforeAsync(db, input.RequestId, Kind, asked, claimId: null, guestKey: null);
        if (!before.Succeeded || before.Value is not null)
            return before.Succeeded ? before.Value! : before.Refusal;
        var held = await PlaceTaking.HeldAsync(db, input.ClaimId, input.GuestKey);
        if (held is { State: TicketState.Waiting } && held.Desk == input.Desk && held.BookedFor == slot)
            return places.Taken(held);
        if (!Slots().Contains(slot) || await FreePlaceAsync(db, input.Desk, slot) is not { } place)
            return new Refusal(RefusalKind.Conflict, say["queue.slot-taken"], "slot");
        if (held is { MayLeave: false })
            return new Refusal(RefusalKind.Conflict, say["queue.being-served"]);
        var now = clock.GetUtcNow().UtcDateTime;
        if (held is not null)
            await GiveUpAsync(db, held, now);
        var minutes = (int)Math.Ceiling((slot - now).TotalMinutes);
        var told = new Told(now, minutes, minutes + (int)QueueLimits.Slot.TotalMinutes, slot + QueueLimits.Slot);
        var ticket = await places.AddAsync(db, input, slot, place, told, now);
        db.Remember(input.RequestId, Kind, asked, ticket.Id.ToString(), now);
        return places.Taken(ticket);
    }, cancellation);

    /// <summary>Saved at once: the unique index lets the new place in only when the old one is gone.</summary>
    private static async Task GiveUpAsync(LostFoundDb db, Ticket held, DateTime now)
    {
        await db.EndAsync(held, TicketState.Left, TicketEventKind.Left, now, note: "Booked a time instead");
        await db.SaveChangesAsync();
    }

    private List<DateTime> Slots()
    {
        var (venue, now) = (config.Current, clock.GetUtcNow().UtcDateTime);
        if (venue.Queue.BookingPlaces == 0)
            return [];
        var opening = venue.Clock.CurrentOrNextOpening(now);
        var earliest = now + QueueLimits.EarliestBooking;
        var slots = new List<DateTime>();
        for (var slot = opening.OpensUtc; slot <= opening.ClosesUtc - QueueLimits.LastBookingBeforeClosing; slot += QueueLimits.Slot)
        {
            if (slot >= earliest)
                slots.Add(slot);
        }
        return slots;
    }

    private async Task<int?> FreePlaceAsync(LostFoundDb db, string desk, DateTime slot)
    {
        var taken = await Booked(db, desk).Where(t => t.BookedFor == slot).Select(t => t.BookedPlace).ToListAsync();
        return Enumerable.Range(0, config.Current.Queue.BookingPlaces).Cast<int?>().FirstOrDefault(place => !taken.Contains(place));
    }

    private static IQueryable<Ticket> Booked(LostFoundDb db, string desk) =>
        db.Tickets.Where(t => t.Desk == desk && t.State != TicketState.Left && t.State != TicketState.NoShow);
}
