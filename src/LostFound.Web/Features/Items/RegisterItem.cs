using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>Makes the code of a new label.</summary>
public delegate string NewTag();

/// <summary>A found item to register: checked facts and photos that are already stored.</summary>
/// <param name="PhotoColours">What the photos show, best first; see <see cref="Photos.Colours.PhotoColours"/>.</param>
public sealed record RegisterItemInput(
    Guid RequestId, ItemFacts Facts, string? Bin, IReadOnlyList<StoredPhoto> Photos, IReadOnlyList<string> PhotoColours);

public sealed record RegisteredItem(Guid Id, string Tag);

/// <summary>
/// Takes a found item into custody: one transaction holds the item, its tag, its photos, the first custody event
/// and the request that asked for it. Sending the same request again gives the same tag.
/// </summary>
public sealed class RegisterItem(Store store, ConfigStore config, TimeProvider clock, NewTag newTag)
{
    private const string Kind = "register-item";

    /// <summary>With 35 random bits two codes in a row being taken says that something else is wrong.</summary>
    private const int TagAttempts = 5;

    public async Task<Outcome<RegisteredItem>> HandleAsync(RegisterItemInput input, Actor by, CancellationToken cancellation)
    {
        var venue = config.Current;
        var asked = Asked.From(input);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync(db => RegisterAsync(db, input, asked, by, venue), cancellation);
            }
            catch (DbUpdateException taken) when (attempt < TagAttempts && UniqueIndex.Refused(taken, "items.Tag"))
            {
                // The unique index, not a look beforehand, decides whether a code is free.
            }
        }
    }

    private async Task<Outcome<RegisteredItem>> RegisterAsync(LostFoundDb db, RegisterItemInput input, Asked asked, Actor by, VenueConfig venue)
    {
        var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, asked);
        if (!before.Succeeded)
            return await ExplainAsync(db, input.RequestId) ?? before.Refusal;
        if (before.Value is { } answer)
            return Answered(answer);
        var now = clock.GetUtcNow().UtcDateTime;
        var item = NewItem(input, by, venue, now);
        db.Items.Add(item);
        await db.RecordCustodyAsync(item, CustodyKind.Registered, by, now, Note(item, venue));
        db.Remember(input.RequestId, Kind, asked, $"{item.Id:N} {item.Tag}", now);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        db.Announce(Topics.Item(item.Id), now);
        return new RegisteredItem(item.Id, item.Tag);
    }

    private Item NewItem(RegisterItemInput input, Actor by, VenueConfig venue, DateTime now)
    {
        var id = Guid.NewGuid();
        var facts = input.Facts;
        var tag = newTag();
        var item = new Item
        {
            Id = id,
            Tag = tag,
            Category = facts.Category,
            Colours = facts.Colours,
            Brand = facts.Brand,
            Description = facts.Description,
            PrivateNotes = facts.PrivateNotes,
            Contents = facts.Contents,
            Place = facts.Place,
            FoundAt = facts.FoundAt,
            RegisteredAt = now,
            Bin = input.Bin,
            Desk = by.Desk,
            PhotoColours = [.. input.PhotoColours],
            Photos = [.. input.Photos.Select((photo, index) => new ItemPhoto { ItemId = id, Ordinal = index + 1, Hash = photo.Hash, Width = photo.Width, Height = photo.Height })],
        };
        ItemSearchText.Write(item, venue);
        return item;
    }

    /// <summary>
    /// Happens when the answer to a first sending was lost and the form changed meanwhile, or somebody went back
    /// in the browser: the item exists, and the person should know under which tag.
    /// </summary>
    private static async Task<Refusal?> ExplainAsync(LostFoundDb db, Guid requestId)
    {
        var first = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == requestId);
        return first.Kind == Kind
            ? new Refusal(RefusalKind.Conflict, $"This form was already sent with other content, and registered as {TagCode.Display(Answered(first.Answer).Tag)}. To change that item, open it under Items. To register one more, send this form again.")
            : null;
    }

    private static string Note(Item item, VenueConfig venue) =>
        $"Registered as {venue.Category(item.Category)?.Name}, found at {venue.Place(item.Place)?.Name}. {ItemWords.Whereabouts(item.Desk, item.Bin, venue)}.";

    private static RegisteredItem Answered(string answer) => new(Guid.ParseExact(answer[..32], "N"), answer[33..]);

    /// <summary>What makes two requests the same; who sends it again does not matter.</summary>
    private sealed record Asked(
        string Category, string[] Colours, string Brand, string Description, string PrivateNotes, string Place, DateTime FoundAt,
        string? Bin, string[] Photos, ContainedItem[] Contents)
    {
        public static Asked From(RegisterItemInput input) => new(
            input.Facts.Category, input.Facts.Colours, input.Facts.Brand, input.Facts.Description, input.Facts.PrivateNotes,
            input.Facts.Place, input.Facts.FoundAt, input.Bin, [.. input.Photos.Select(p => p.Hash)], input.Facts.Contents);
    }
}
