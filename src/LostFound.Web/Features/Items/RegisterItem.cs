using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tags;
using LostFound.Web.Features.Tasks;
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
    Guid RequestId, ItemFacts Facts, string? Bin, IReadOnlyList<StoredPhoto> Photos, IReadOnlyList<string> PhotoColours)
{
    /// <summary>The code of a label that the item bears already; null lets the server issue one.</summary>
    public string? Tag { get; init; }

    /// <summary>Set when a device registered it by itself and now tells of it.</summary>
    public DeviceRecord? Record { get; init; }
}

/// <summary>
/// What a device wrote down when it registered an item without asking. It has happened, so it is never refused:
/// whatever contradicts the records becomes a task for a supervisor.
/// </summary>
/// <param name="RegisteredAt">When, as far as the device's clock can be believed; never after now.</param>
/// <param name="Content">Everything that it sent, by which a repetition is known.</param>
/// <param name="Doubts">What a supervisor should check.</param>
public sealed record DeviceRecord(Guid? ItemId, DateTime RegisteredAt, object Content, IReadOnlyList<Doubt> Doubts);

public sealed record Doubt(TaskKind Kind, string Words);

public sealed record RegisteredItem(Guid Id, string Tag);

/// <summary>
/// Takes a found item into custody: one transaction holds the item, its tag, its photos, the first custody event
/// and the request that asked for it. Sending the same request again gives the same tag.
/// </summary>
public sealed class RegisterItem(Store store, ConfigStore config, TimeProvider clock, NewTag newTag)
{
    internal const string Kind = "register-item";

    /// <summary>With 35 random bits two codes in a row being taken says that something else is wrong.</summary>
    private const int Attempts = 5;

    public async Task<Outcome<RegisteredItem>> HandleAsync(RegisterItemInput input, Actor by, CancellationToken cancellation)
    {
        var venue = config.Current;
        var plan = new Plan(input);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync(db => RegisterAsync(db, plan, by, venue), cancellation);
            }
            catch (DbUpdateException taken) when (attempt < Attempts && plan.Change(taken) is { } next)
            {
                // The unique keys, not a look beforehand, decide whether a code is free.
                if (next.Refusal is { } refusal)
                    return refusal;
                plan = next.Plan;
            }
        }
    }

    private async Task<Outcome<RegisteredItem>> RegisterAsync(LostFoundDb db, Plan plan, Actor by, VenueConfig venue)
    {
        var input = plan.Input;
        var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, plan.Asked);
        if (!before.Succeeded)
            return await ExplainAsync(db, input.RequestId) ?? before.Refusal;
        if (before.Value is { } answer)
            return Answered(answer);
        var now = clock.GetUtcNow().UtcDateTime;
        var doubts = plan.Doubts.ToList();
        var tag = await TakeTagAsync(db, plan.Tag, by, now, doubts);
        var item = NewItem(plan, tag, by, venue, input.Record?.RegisteredAt ?? now);
        db.Items.Add(item);
        await db.RecordCustodyAsync(item, CustodyKind.Registered, by, now, Note(item, by, now, venue));
        foreach (var doubt in doubts)
            db.RaiseTask(doubt.Kind, item.Id, $"{TagCode.Display(tag)}: {doubt.Words}", by, now);
        db.Remember(input.RequestId, Kind, plan.Asked, $"{item.Id:N} {item.Tag}", now);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        db.Announce(Topics.Item(item.Id), now);
        return new RegisteredItem(item.Id, item.Tag);
    }

    /// <summary>The code that the item bears, with a doubt when it should not; or a new one.</summary>
    private async Task<string> TakeTagAsync(LostFoundDb db, string? given, Actor by, DateTime now, List<Doubt> doubts)
    {
        if (given is null)
        {
            var tag = newTag();
            db.Issue(tag, TagOrigin.Server, now);
            return tag;
        }
        switch (await db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Code == given))
        {
            case null:
                db.Issue(given, TagOrigin.Adopted, now, by.DeviceId);
                doubts.Add(new(TaskKind.Tag, "This code was never issued here. Look where its label comes from, and that no other venue uses it."));
                break;
            case { Origin: TagOrigin.Lease } leased when leased.DeviceId != by.DeviceId:
                doubts.Add(new(TaskKind.Tag, $"This code was set aside for another device than {by.DeviceName}. Look whether a second label with it is about."));
                break;
            case { Origin: TagOrigin.Server or TagOrigin.Adopted }:
                doubts.Add(new(TaskKind.Tag, "This code was given to another item before. Look whether an old label was used again."));
                break;
        }
        return given;
    }

    private static Item NewItem(Plan plan, string tag, Actor by, VenueConfig venue, DateTime registeredAt)
    {
        var input = plan.Input;
        var facts = input.Facts;
        var item = new Item
        {
            Id = plan.ItemId,
            Tag = tag,
            Category = facts.Category,
            Colours = facts.Colours,
            Brand = facts.Brand,
            Description = facts.Description,
            PrivateNotes = facts.PrivateNotes,
            Contents = facts.Contents,
            Place = facts.Place,
            FoundAt = facts.FoundAt,
            RegisteredAt = registeredAt,
            Bin = input.Bin,
            Desk = by.Desk,
            PhotoColours = [.. input.PhotoColours],
            Photos = [.. input.Photos.Select((photo, index) => new ItemPhoto { ItemId = plan.ItemId, Ordinal = index + 1, Hash = photo.Hash, Width = photo.Width, Height = photo.Height })],
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

    private static string Note(Item item, Actor by, DateTime now, VenueConfig venue)
    {
        var note = $"Registered as {venue.Category(item.Category)?.Name}, found at {venue.Place(item.Place)?.Name}. {ItemWords.Whereabouts(item.Desk, item.Bin, venue)}.";
        if (now - item.RegisteredAt < ItemLimits.Late)
            return note;
        var (at, received) = (venue.LocalTime(item.RegisteredAt), venue.LocalTime(now));
        var day = at.Date == received.Date ? "HH:mm" : "d MMM, HH:mm";
        return FormattableString.Invariant($"{note} Registered without a network at {at.ToString(day, System.Globalization.CultureInfo.InvariantCulture)} on {by.DeviceName} by {by.StaffName}, received {received:HH:mm}.");
    }

    internal static RegisteredItem Answered(string answer) => new(Guid.ParseExact(answer[..32], "N"), answer[33..]);

    /// <summary>What is to be written; another one after each unique key that refused the one before.</summary>
    private sealed record Plan(RegisterItemInput Input)
    {
        public object Asked { get; } = Input.Record?.Content ?? Content.Of(Input);
        public Guid ItemId { get; init; } = Input.Record?.ItemId ?? Guid.NewGuid();
        public string? Tag { get; init; } = Input.Tag;
        public IReadOnlyList<Doubt> Doubts { get; init; } = Input.Record?.Doubts ?? [];

        /// <summary>What to do instead; null when what was refused is none of these keys.</summary>
        public (Plan Plan, Refusal? Refusal)? Change(DbUpdateException taken)
        {
            if (UniqueIndex.Refused(taken, "items.Id"))
                return (this with { ItemId = Guid.NewGuid(), Doubts = [.. Doubts, new(TaskKind.Facts, "The device had used this item’s number before. Look whether the same thing was registered twice.")] }, null);
            if (!UniqueIndex.Refused(taken, "items.Tag") && !UniqueIndex.Refused(taken, TagTable.Key))
                return null;
            if (Tag is not { } tag)
                return (this, null);
            var words = $"{TagCode.Display(tag)} is another item’s tag already";
            return Input.Record is null
                ? (this, new Refusal(RefusalKind.Conflict, $"{words}. Open that item with a scan; to register this one, take a fresh label.", ItemFields.Tag))
                : (this with { Tag = null, Doubts = [.. Doubts, new(TaskKind.Tag, $"{words}, so this one got a new tag. Look at both, and replace the label of this one.")] }, null);
        }
    }

    /// <summary>What makes two forms the same; who sends it again does not matter.</summary>
    private sealed record Content(
        string Category, string[] Colours, string Brand, string Description, string PrivateNotes, string Place, DateTime FoundAt,
        string? Bin, string[] Photos, ContainedItem[] Contents, string? Tag)
    {
        public static Content Of(RegisterItemInput input) => new(
            input.Facts.Category, input.Facts.Colours, input.Facts.Brand, input.Facts.Description, input.Facts.PrivateNotes,
            input.Facts.Place, input.Facts.FoundAt, input.Bin, [.. input.Photos.Select(p => p.Hash)], input.Facts.Contents, input.Tag);
    }
}
