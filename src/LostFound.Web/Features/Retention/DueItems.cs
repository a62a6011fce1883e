using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Retention;

/// <summary><c>/items/due</c>: whose time is over today or was before, and what still has to go into a safe.</summary>
internal sealed class DueItems(Store store, ConfigStore config, TimeProvider clock)
{
    /// <summary>A day's work; what comes after these is there when they are done.</summary>
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/items/due", (DueItems due, Guid? done) => due.ShowAsync(done)).RequireAuthorization(Policies.Agent);

    private async Task<IResult> ShowAsync(Guid? done)
    {
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        return Render.Page<DueItemsPage>(new
        {
            Due = await store.ReadAsync(db => DueAsync(db, venue, now)),
            NotInSafe = await store.ReadAsync(db => NotInSafeAsync(db, venue, now)),
            Done = done is { } id ? await store.ReadAsync(db => DoneAsync(db, id, venue)) : null,
            Time = new VenueTime(venue.TimeZone, now),
        }, noStore: true);
    }

    /// <summary>Soonest first. Each class has its own number of days, so each is asked for what was found long enough ago.</summary>
    private static async Task<DueList> DueAsync(LostFoundDb db, VenueConfig venue, DateTime now)
    {
        var today = venue.Clock.BusinessDay(now);
        var (items, total) = (new List<Item>(), 0);
        foreach (var kept in venue.Files.Retention.Classes)
        {
            var kinds = venue.Categories.Where(c => c.Retention == kept.Key).Select(c => c.Key).ToArray();
            var before = RetentionDue.FoundBefore(today, kept.Days, venue.Clock);
            var due = db.Items.StillHere().Where(i => kinds.Contains(i.Category) && i.FoundAt < before);
            total += await due.CountAsync();
            items.AddRange(await WithPhoto(due).OrderBy(i => i.FoundAt).Take(Most).ToListAsync());
        }
        var rows = items.Select(item => ItemRow.Of(item, venue, now)).OrderBy(row => row.Care!.Due.EndsUtc).ThenBy(row => row.FoundAt).Take(Most);
        return new DueList([.. rows], total);
    }

    private static async Task<DueList> NotInSafeAsync(LostFoundDb db, VenueConfig venue, DateTime now)
    {
        var kinds = venue.Categories.Where(c => venue.RetentionOf(c).Safe).Select(c => c.Key).ToArray();
        var safes = venue.Bins.Where(bin => venue.IsSafe(bin.Code)).Select(bin => bin.Code).ToArray();
        var outside = db.Items.StillHere().Where(i => kinds.Contains(i.Category) && (i.Bin == null || !safes.Contains(i.Bin)));
        var items = await WithPhoto(outside).OrderBy(i => i.RegisteredAt).Take(Most).ToListAsync();
        return new DueList([.. items.Select(item => ItemRow.Of(item, venue, now))], await outside.CountAsync());
    }

    private static IQueryable<Item> WithPhoto(IQueryable<Item> items) => items.Include(i => i.Photos.Where(p => p.Ordinal == 1));

    /// <summary>What was disposed of a moment ago, for the word that it worked.</summary>
    private static async Task<string?> DoneAsync(LostFoundDb db, Guid id, VenueConfig venue) =>
        await db.Items.SingleOrDefaultAsync(i => i.Id == id && i.Status == ItemStatus.Disposed) is { } item
            ? $"{ItemWords.Title(item, venue)} ({TagCode.Display(item.Tag)})"
            : null;
}

/// <param name="Total">All there are; <paramref name="Rows"/> are the first of them.</param>
public sealed record DueList(IReadOnlyList<ItemRow> Rows, int Total);
