using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>Reads a counter with its guest and the desk's line.</summary>
public sealed class ReadCounter(Store store, LineSnapshots lines, ReadGuest guests, ConfigStore config, TimeProvider clock)
{
    /// <param name="number">Which counter; null for the one that this person has open here.</param>
    public async Task<CounterModel> HandleAsync(Actor by, int? number = null, CounterNotice? notice = null)
    {
        var line = await lines.CurrentAsync(by.Desk);
        var venue = config.Current;
        var desk = venue.Desk(by.Desk);
        var counter = line.Counters.FirstOrDefault(c => number is null ? c.StaffId == by.StaffId && c.State != CounterState.Closed : c.Number == number);
        var time = Time;
        return await store.ReadAsync(async db => new CounterModel
        {
            Venue = time,
            Desk = by.Desk,
            DeskName = desk?.Name ?? by.Desk,
            Counter = counter,
            IsMine = counter?.StaffId == by.StaffId,
            Guest = counter?.TicketId is { } ticket ? await guests.HandleAsync(db, venue, time, ticket) : null,
            Line = line,
            Names = await db.Tickets.Active().Where(t => t.Desk == by.Desk && t.Name != "").ToDictionaryAsync(t => t.Id, t => t.Name),
            FreeNumbers = Free(line, desk?.Counters ?? 0),
            Targets = Targets(venue, by.Desk),
            Notice = notice,
        });
    }

    /// <summary>Null when there is no such ticket.</summary>
    public Task<GuestAtCounter?> GuestAsync(Guid ticketId) => store.ReadAsync(db => guests.HandleAsync(db, config.Current, Time, ticketId));

    public VenueTime Time => new(config.Current.TimeZone, clock.GetUtcNow().UtcDateTime);

    /// <summary>Every lane here; at other desks the guest's own lane stays, since they go there for the same thing.</summary>
    public static IReadOnlyList<PassTarget> Targets(VenueConfig venue, string desk) =>
    [
        .. Enum.GetValues<Lane>().Select(lane => new PassTarget(desk, lane, CounterWords.Short(lane))),
        .. venue.Desks.Where(d => d.Key != desk).SelectMany(d => Enum.GetValues<Lane>().Select(lane => new PassTarget(d.Key, lane, d.Name))),
    ];

    /// <summary>One that was ever opened stays in the list, although the configuration counts fewer now.</summary>
    private static IReadOnlyList<int> Free(LineSnapshot line, int counters) =>
    [
        .. Enumerable.Range(1, counters).Union(line.Counters.Select(c => c.Number))
            .Except(line.Counters.Where(c => c.State != CounterState.Closed).Select(c => c.Number)).Order(),
    ];
}
