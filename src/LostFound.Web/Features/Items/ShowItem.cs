using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Retention;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary><c>/items/{id}</c>: everything known of one item, and who had it when. Kept live while it is open.</summary>
internal sealed class ShowItem(Store store, ConfigStore config, ChangeFeed feed, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}", (Guid id, ShowItem show) => show.PageAsync(id)).RequireAuthorization(Policies.Agent);
        app.MapGet("/items/{id:guid}/fragment", (Guid id, ShowItem show) => show.FragmentAsync(id)).RequireAuthorization(Policies.Agent);
    }

    /// <summary>The answer to an address whose item is not there.</summary>
    public static IResult Unknown() =>
        new Refusal(RefusalKind.NotFound, "There is no item at this address. It may be mistyped, or the record was removed when its time was over.")
            .AsPage("We looked, but this item isn't here", "/items", "Search the items");

    private async Task<IResult> PageAsync(Guid id)
    {
        // Before reading: a change between the two is then seen as one still to come, never missed.
        var sequence = feed.Latest;
        return await ReadAsync(id) is { } item ? Render.Page<ItemPage>(new { Item = item, Sequence = sequence }, noStore: true) : Unknown();
    }

    private async Task<IResult> FragmentAsync(Guid id) =>
        await ReadAsync(id) is { } item ? Render.Fragment<ItemDetail>(new { Item = item }) : Results.NotFound();

    private Task<ItemView?> ReadAsync(Guid id) => store.ReadAsync(async db =>
    {
        var item = await db.Items.Include(i => i.Photos).SingleOrDefaultAsync(i => i.Id == id);
        if (item is null)
            return null;
        var events = await db.CustodyEvents.Where(e => e.ItemId == id).OrderByDescending(e => e.Sequence).ToListAsync();
        var candidates = await db.Candidates.CountAsync(c => c.ItemId == id && (c.Status == CandidateStatus.Open || c.Status == CandidateStatus.Proposed));
        var claim = item.ClaimId is { } claimId
            ? await db.Claims.Where(c => c.Id == claimId).Select(c => c.Reference).SingleOrDefaultAsync()
            : null;
        return ItemView.Of(item, events, candidates, claim, await db.SealOnAsync(id), config.Current, new VenueTime(config.Current.TimeZone, clock.GetUtcNow().UtcDateTime));
    });
}

/// <summary>An item as staff see it.</summary>
public sealed record ItemView
{
    public required Guid Id { get; init; }
    public required string Tag { get; init; }
    public required string Title { get; init; }
    public required string Emoji { get; init; }
    public required string Category { get; init; }
    public required IReadOnlyList<(string Key, string Name)> Colours { get; init; }
    public required string Brand { get; init; }
    public required string Description { get; init; }
    public required string PrivateNotes { get; init; }
    public required IReadOnlyList<string> Contents { get; init; }
    public required string Place { get; init; }
    public required DateTime FoundAt { get; init; }
    public required string Whereabouts { get; init; }
    public required ItemStatus Status { get; init; }

    /// <summary>Since when nobody finds it where it should be.</summary>
    public required DateTime? MissingSince { get; init; }
    public required Guid? ClaimId { get; init; }
    public required string? ClaimReference { get; init; }
    public required int Candidates { get; init; }
    public required IReadOnlyList<string> Photos { get; init; }
    public required IReadOnlyList<TimelineEvent> Custody { get; init; }
    public required VenueTime Time { get; init; }

    /// <summary>A record is closed once the item left the house; then nobody has to take care of it either.</summary>
    public required bool IsOpen { get; init; }
    public required ItemCare? Care { get; init; }

    /// <summary>Whether its cash should be counted, if that has not been done.</summary>
    public required bool AsksForCount { get; init; }

    /// <summary>The seal that its cash is under, and what was counted, in words.</summary>
    public required SealOnItem? Seal { get; init; }
    public required string Counted { get; init; }

    internal static ItemView Of(Item item, IReadOnlyList<CustodyEvent> events, int candidates, string? claim, SealOnItem? seal, VenueConfig venue, VenueTime time) => new()
    {
        Id = item.Id,
        Tag = item.Tag,
        Title = ItemWords.Title(item, venue),
        Emoji = venue.Category(item.Category)?.Emoji ?? "📦",
        Category = ItemWords.Category(item.Category, venue),
        Colours = [.. item.Colours.Select(key => (key, venue.Colour(key)?.Name ?? key))],
        Brand = item.Brand,
        Description = item.Description,
        PrivateNotes = item.PrivateNotes,
        Contents = [.. item.Contents.Select(content => ItemWords.Contained(content, venue))],
        Place = ItemWords.Place(item.Place, venue),
        FoundAt = item.FoundAt,
        Whereabouts = item.Status switch
        {
            ItemStatus.HandedOver => events.Any(e => e.Kind == CustodyKind.Sent) ? "Sent to its owner" : "With its owner",
            ItemStatus.Disposed => "No longer here",
            ItemStatus.InStorage or ItemStatus.OnHold => ItemWords.Whereabouts(item.Desk, item.Bin, venue),
        },
        IsOpen = item.IsHere,
        Care = ItemCare.Of(item, venue, time.NowUtc),
        AsksForCount = item.IsHere && (CashWords.AsksForCount(item, venue) || seal is not null),
        Seal = seal,
        Counted = seal is null ? "" : CashWords.Total(seal.Count.Cash(), venue.Venue.Cash),
        Status = item.Status,
        MissingSince = item.MayBeChanged ? item.MissingSince : null,
        ClaimId = item.ClaimId,
        ClaimReference = claim,
        Candidates = candidates,
        Photos = [.. item.Photos.OrderBy(p => p.Ordinal).Select(p => p.Hash)],
        Custody = [.. events.Select(e => new TimelineEvent(e.At, $"{ItemWords.Custody(e.Kind)} by {e.StaffName}, {e.DeviceName}")
        {
            Detail = e.Note,
            Icon = ItemWords.CustodyIcon(e.Kind),
        })],
        Time = time,
    };
}
