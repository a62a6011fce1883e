using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;

namespace LostFound.Web.Features.Items;

/// <summary>Where an item is: a bin, or a desk without a bin.</summary>
public sealed record Whereabouts(string Desk, string? Bin)
{
    private const string DeskPrefix = "desk:";

    /// <summary>The form's value: a bin's code, or "desk:" and a desk's key.</summary>
    public string Value => Bin ?? DeskPrefix + Desk;

    public static Whereabouts Of(Item item) => new(item.Desk, item.Bin);

    public static Whereabouts? Parse(string value, VenueConfig venue) => value.StartsWith(DeskPrefix, StringComparison.Ordinal)
        ? venue.Desk(value[DeskPrefix.Length..]) is { } desk ? new Whereabouts(desk.Key, null) : null
        : venue.Bin(value) is { } bin ? new Whereabouts(bin.Desk, bin.Code) : null;
}

/// <summary>What every way of telling where an item is has in common: the form, a scan into a bin, a stock-take.</summary>
public static class WhereaboutsExtensions
{
    /// <summary>Takes down that an item lies elsewhere now, which also ends its being missing.</summary>
    /// <param name="at">When it was put there.</param>
    /// <param name="remark">What else the timeline should say, as a sentence.</param>
    public static async Task MoveAsync(this LostFoundDb db, Item item, Whereabouts to, Actor by, DateTime at, VenueConfig venue, string remark = "")
    {
        var from = Whereabouts.Of(item);
        var note = $"{ItemWords.Whereabouts(from.Desk, from.Bin, venue)} → {ItemWords.Whereabouts(to.Desk, to.Bin, venue)}";
        if (item.MissingSince is not null)
            note += "\nIt had been marked missing.";
        if (remark.Length > 0)
            note += $"\n{remark}";
        (item.Desk, item.Bin, item.MissingSince) = (to.Desk, to.Bin, null);
        item.Version++;
        await db.RecordCustodyAsync(item, CustodyKind.Moved, by, at, note);
        db.AnnounceMove(item, at, from.Bin, to.Bin);
    }

    /// <summary>Takes down that an item is where the record says, after all. Nothing happens to one that nobody missed.</summary>
    public static async Task FoundAgainAsync(this LostFoundDb db, Item item, Actor by, DateTime at)
    {
        if (item.MissingSince is null)
            return;
        item.MissingSince = null;
        item.Version++;
        await db.RecordCustodyAsync(item, CustodyKind.FoundAgain, by, at, "Scanned, so it is there after all.");
        db.AnnounceMove(item, at, item.Bin);
    }

    /// <summary>Takes down that an item is not where the record says. It stays in its bin on record: that is where to look first.</summary>
    public static async Task MarkMissingAsync(this LostFoundDb db, Item item, Actor by, DateTime at, VenueConfig venue)
    {
        if (item.MissingSince is not null)
            return;
        item.MissingSince = at;
        item.Version++;
        await db.RecordCustodyAsync(item, CustodyKind.Missed, by, at, $"Not there at a stock-take: {ItemWords.Whereabouts(item.Desk, item.Bin, venue)}");
        db.AnnounceMove(item, at, item.Bin);
    }

    private static void AnnounceMove(this LostFoundDb db, Item item, DateTime at, params ReadOnlySpan<string?> bins)
    {
        db.Announce(Topics.Item(item.Id), at);
        db.Announce(Topics.Inbox, at);
        foreach (var bin in bins)
        {
            if (bin is not null)
                db.Announce(Topics.Bin(bin), at);
        }
    }
}
