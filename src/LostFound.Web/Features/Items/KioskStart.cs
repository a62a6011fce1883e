using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>Where the place that stands in a new form comes from, so that a wrong one is noticed.</summary>
public enum PlaceFrom { Nowhere, LastItem, Desk }

/// <summary>What a form at the kiosk begins with.</summary>
/// <param name="SameAs">The item that this one is like, in words; null for a form of its own.</param>
public sealed record KioskStart(ItemTyped Typed, string Bin, PlaceFrom PlaceFrom, string? SameAs = null)
{
    public string? WhyThere => PlaceFrom switch
    {
        PlaceFrom.Nowhere => null,
        PlaceFrom.LastItem => "like the last one",
        PlaceFrom.Desk => "this desk",
    };
}

/// <summary>Fills in what can be known before anybody typed: now, the usual place, or the facts of the item before.</summary>
internal sealed class KioskStarts(Store store, TimeProvider clock)
{
    /// <param name="lastPlace">Where this device's last item was found.</param>
    public KioskStart New(VenueConfig venue, Actor by, string lastPlace)
    {
        var now = ItemTyped.At(venue.LocalTime(clock.GetUtcNow().UtcDateTime));
        if (venue.Place(lastPlace) is not null)
            return new KioskStart(now with { Place = lastPlace }, "", PlaceFrom.LastItem);
        return venue.Desk(by.Desk)?.Place is { } own && venue.Place(own) is not null
            ? new KioskStart(now with { Place = own }, "", PlaceFrom.Desk)
            : new KioskStart(now, "", PlaceFrom.Nowhere);
    }

    /// <summary>
    /// One more of a tray: what it is, its colours, where and when it was found and its bin stay. Photos, words and
    /// contents are each item's own. Null when that item is gone.
    /// </summary>
    public async Task<KioskStart?> SameAsync(Guid id, VenueConfig venue, Actor by)
    {
        if (await store.ReadAsync(db => db.Items.SingleOrDefaultAsync(i => i.Id == id)) is not { } item)
            return null;
        var typed = ItemTyped.At(venue.LocalTime(item.FoundAt)) with { Category = item.Category, Colours = item.Colours, Place = item.Place };
        var bin = item.Bin is { } code && venue.Bin(code)?.Desk == by.Desk ? code : "";
        return new KioskStart(typed, bin, PlaceFrom.LastItem, ItemWords.Title(item, venue));
    }
}
