using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Valuables;

/// <summary>
/// Compares two people's counts. When they agree, one transaction holds the count, the item's way into the safe and
/// the custody event. When they differ nothing is recorded but that they did, and neither count can be used again:
/// otherwise somebody could correct one until it fits the other.
/// </summary>
public sealed class CountCash(Store store, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "count-cash";

    /// <param name="secondPerson">Another one than the first; they have proved who they are.</param>
    /// <returns>Where the counts differ; nothing when they agree, and then all is recorded.</returns>
    public Task<Outcome<CountDifference[]>> HandleAsync(CountTicket first, CountedCash second, StaffMember secondPerson, Actor by, CancellationToken cancellation)
    {
        var differences = first.Cash.DifferencesFrom(second);
        var asked = new { first, second, SecondPerson = secondPerson.Id };
        return store.WriteAsync<CountDifference[]>(async db =>
        {
            var before = await db.AnsweredBeforeAsync(first.Id, Kind, asked);
            if (!before.Succeeded)
                return new Refusal(RefusalKind.Conflict, "These counts were compared already. Count again, both of you.");
            if (before.Value is not null)
                return differences;
            if (await db.Items.SingleOrDefaultAsync(i => i.Id == first.ItemId) is not { } item)
                return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
            if (!item.MayBeChanged)
                return ItemRefusals.Closed;
            var now = clock.GetUtcNow().UtcDateTime;
            if (differences.Length > 0)
                db.Audit(AuditKind.CashCountsDiffered, now, $"{TagCode.Display(item.Tag)}: {by.StaffName} and {secondPerson.Name}", by);
            else if (await db.SealIsUsedAsync(first.Seal))
                return UsedSeal(first.Seal);
            else
                await RecordAsync(db, item, first, secondPerson, by, now);
            db.Remember(first.Id, Kind, asked, differences.Length > 0 ? "differ" : "agree", now);
            return differences;
        }, cancellation);
    }

    public static Refusal UsedSeal(string seal) => new(RefusalKind.Conflict,
        $"The seal {seal} was used before, and a seal is used once. Read the number again, or take a new seal", CashFields.Seal);

    private async Task RecordAsync(LostFoundDb db, Item item, CountTicket first, StaffMember secondPerson, Actor by, DateTime now)
    {
        var venue = config.Current;
        var from = ItemWords.Whereabouts(item.Desk, item.Bin, venue);
        (item.Bin, item.Desk) = (first.Bin, venue.Bin(first.Bin)?.Desk ?? item.Desk);
        item.Version++;
        var sequence = await db.CustodyEvents.CountAsync(e => e.ItemId == item.Id) + 1;
        var count = new CashCount
        {
            Id = first.Id,
            ItemId = item.Id,
            CustodySequence = sequence,
            FirstStaffId = by.StaffId,
            FirstStaffName = by.StaffName,
            FirstCountedAt = first.At,
            SecondStaffId = secondPerson.Id,
            SecondStaffName = secondPerson.Name,
            SecondCountedAt = now,
            DeviceId = by.DeviceId,
            DeviceName = by.DeviceName,
            Counted = first.Cash.ToJson(),
            Seal = first.Seal,
            Bin = first.Bin,
        };
        db.CashCounts.Add(count);
        var to = ItemWords.Whereabouts(item.Desk, item.Bin, venue);
        await db.RecordCustodyAsync(item, CustodyKind.CashCounted, by, now,
            $"""
            {CashWords.Total(first.Cash, venue.Venue.Cash)}: {CashWords.Pieces(first.Cash, venue.Venue.Cash)}.
            Counted by {by.StaffName}, then by {secondPerson.Name} without seeing the first count.
            Seal {count.Seal}. {(from == to ? to : $"{from} → {to}")}.
            Fingerprint {count.Fingerprint()}
            """);
        db.Announce(Topics.Item(item.Id), now);
        db.Announce(Topics.Inbox, now);
    }
}
