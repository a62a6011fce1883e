using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <param name="Version">The version that the person saw while typing.</param>
public sealed record AmendItemInput(Guid ItemId, int Version, ItemFacts Facts);

/// <summary>
/// Corrects what is known of an item. Nothing is overwritten silently: the custody event tells old and new, and
/// an edit of an older version is a conflict.
/// </summary>
public sealed class AmendItem(Store store, ConfigStore config, MaskPhotos masking, TimeProvider clock)
{
    public async Task<Outcome<Guid>> HandleAsync(AmendItemInput input, Actor by, CancellationToken cancellation)
    {
        if (!await MustMaskAsync(input))
            return await store.WriteAsync(db => AmendAsync(db, input, null, by), cancellation);
        // What turns out to be a card loses its readable photos: made outside the transaction, replaced within.
        var mosaics = await masking.MaskAllAsync(input.ItemId, cancellation);
        if (!mosaics.Succeeded)
            return mosaics.Refusal;
        var amended = await store.WriteAsync(db => AmendAsync(db, input, mosaics.Value, by), cancellation);
        await masking.RemoveUnusedAsync(amended.Succeeded ? mosaics.Value.Keys : mosaics.Value.Values.Select(mosaic => mosaic.Hash));
        return amended;
    }

    private async Task<bool> MustMaskAsync(AmendItemInput input) =>
        config.Current.MasksPhotosOf(input.Facts.Category)
        && await store.ReadAsync(db => db.Items.Where(i => i.Id == input.ItemId).Select(i => i.Category).SingleOrDefaultAsync()) is { } before
        && !config.Current.MasksPhotosOf(before);

    private async Task<Outcome<Guid>> AmendAsync(LostFoundDb db, AmendItemInput input, IReadOnlyDictionary<string, StoredPhoto>? mosaics, Actor by)
    {
        var venue = config.Current;
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == input.ItemId) is not { } item)
            return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
        if (!item.MayBeChanged)
            return ItemRefusals.Closed;
        if (item.Version != input.Version)
            return ItemRefusals.ChangedMeanwhile;
        var changes = ItemChanges.Between(item, input.Facts, venue).Select(change => change.InWords).ToList();
        if (changes.Count == 0)
            return item.Id;
        if (mosaics is { Count: > 0 })
        {
            await MaskPhotos.ReplaceAsync(db, item.Id, mosaics);
            changes.Add("Photos: masked");
        }
        input.Facts.ApplyTo(item, venue);
        item.NeedsMatching = true;
        item.Version++;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.RecordCustodyAsync(item, CustodyKind.Amended, by, now, string.Join("\n", changes));
        db.Announce(Topics.Item(item.Id), now);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        return item.Id;
    }
}

public static class ItemRefusals
{
    public static readonly Refusal Closed = new(RefusalKind.Conflict,
        "This item left the house: it was handed over or disposed of, and with that its record is closed. If it came back, register it as a new item.");

    public static readonly Refusal ChangedMeanwhile = new(RefusalKind.Conflict,
        "Somebody else changed this item while you were typing. Nothing of yours is lost: compare, then save on top or keep what is there.");
}

/// <summary>One field, before and after, in words.</summary>
public sealed record ItemChange(string Field, string Before, string After)
{
    public string InWords => $"{Field}: {OrNothing(Before)} → {OrNothing(After)}";

    /// <summary>On one line, so that no text can look like another field's change.</summary>
    private static string OrNothing(string text) => text.Length == 0 ? "(nothing)" : text.ReplaceLineEndings(" ⏎ ");
}

public static class ItemChanges
{
    public static IReadOnlyList<ItemChange> Between(Item item, ItemFacts facts, VenueConfig venue) =>
    [.. new ItemChange[]
        {
            new("Kind", ItemWords.Category(item.Category, venue), ItemWords.Category(facts.Category, venue)),
            new("Colours", ItemWords.Colours(item.Colours, venue), ItemWords.Colours(facts.Colours, venue)),
            new("Brand", item.Brand, facts.Brand),
            new("Description", item.Description, facts.Description),
            new("Private notes", item.PrivateNotes, facts.PrivateNotes),
            new("Inside", ItemWords.Contents(item.Contents, venue), ItemWords.Contents(facts.Contents, venue)),
            new("Found at", ItemWords.Place(item.Place, venue), ItemWords.Place(facts.Place, venue)),
            new("Found on", Said(item.FoundAt, venue), Said(facts.FoundAt, venue)),
        }.Where(change => change.Before != change.After)];

    private static string Said(DateTime utc, VenueConfig venue) => venue.LocalTime(utc).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
