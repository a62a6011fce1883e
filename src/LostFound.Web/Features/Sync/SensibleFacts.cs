using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Sync;

/// <summary>
/// Facts that can be recorded, made of what a device sent. The thing is there, whatever was changed in the
/// configuration since or however wrong the device's clock is: what cannot be is replaced by the nearest that
/// can, and a doubt says what was replaced.
/// </summary>
public sealed class SensibleFacts(VenueConfig venue, Device device, DateTime now)
{
    /// <summary>What most venues call it; where there is none, the last in the list, which is the least particular.</summary>
    private const string SomethingElse = "other";

    private readonly List<Doubt> doubts = [];

    public IReadOnlyList<Doubt> Doubts => doubts;

    public void Doubt(TaskKind kind, string words) => doubts.Add(new Doubt(kind, words));

    /// <summary>When it was registered: the device's time, less the error of its clock, and never after now.</summary>
    public DateTime RegisteredAt(string written, string sentAt)
    {
        if (DeviceForm.Time(written) is not { } at)
            return now;
        if (DeviceForm.Time(sentAt) is { } shown && (now - shown).Duration() > ItemLimits.FoundAhead)
        {
            var off = now - shown;
            Doubt(TaskKind.Clock, $"The clock of {device.Name} was {Ages.Spoken(off.Duration())} {(off > TimeSpan.Zero ? "slow" : "fast")}. Check when this was found, and set that clock.");
            at = Shifted(at, off);
        }
        return at > now || at < now - ItemLimits.FoundAgo ? now : at;
    }

    public ItemFacts Facts(ItemTyped typed, DateTime registeredAt)
    {
        var mended = typed with
        {
            Category = Category(typed.Category),
            Colours = Colours(typed.Colours),
            Brand = Text("brand", typed.Brand, ItemLimits.Brand),
            Description = Text("description", typed.Description, ItemLimits.Description),
            PrivateNotes = Text("private notes", typed.PrivateNotes, ItemLimits.PrivateNotes),
            Contents = Contents(typed.Contents),
            Place = Place(typed.Place),
        };
        var facts = ItemFacts.Check(Found(mended, registeredAt), venue, now, new FormErrors());
        return facts ?? throw new InvalidOperationException("Facts were mended, and are not possible still.");
    }

    public string? Bin(string code)
    {
        if (code.Length == 0 || venue.Bin(code)?.Desk == device.Desk)
            return code.Length == 0 ? null : code;
        Doubt(TaskKind.Facts, $"It was put into bin “{Short(code)}”, which {(venue.Bin(code) is null ? "is not in the list any more" : "is not at this desk")}. Find it and say where it is.");
        return null;
    }

    private string Category(string key)
    {
        if (venue.Category(key) is not null)
            return key;
        var nearest = venue.Category(SomethingElse) ?? venue.Categories[^1];
        Doubt(TaskKind.Facts, $"{(key.Length == 0 ? "No kind of thing was given" : $"Its kind “{Short(key)}” is not in the list any more")}. It stands as {nearest.Name}: look what it is.");
        return nearest.Key;
    }

    private string[] Colours(IReadOnlyList<string> keys)
    {
        var known = keys.Where(key => venue.Colour(key) is not null).ToArray();
        if (known.Length < keys.Count)
            Doubt(TaskKind.Facts, $"Of its colours {string.Join(", ", keys.Except(known, StringComparer.Ordinal).Select(Short))} is not in the list any more: look at the thing.");
        return known.Length <= ItemLimits.Colours ? known : known[..ItemLimits.Colours];
    }

    /// <summary>What cannot stand as contents is told in words, so that no bottle in a bag is lost.</summary>
    private IReadOnlyList<TypedContent> Contents(IReadOnlyList<TypedContent> typed)
    {
        var possible = typed.Where(content => ItemContents.IsPossible(content, venue)).Take(ItemLimits.ContentKinds).ToList();
        var others = typed.Except(possible).ToList();
        if (others.Count > 0)
            Doubt(TaskKind.Facts, $"Of what is inside, this could not be recorded: {Short(string.Join("; ", others.Select(content => $"{content.Count} {content.Category} {content.Note}".Trim())))}. Look inside and complete it.");
        return possible;
    }

    private string Text(string what, string typed, int limit)
    {
        if (typed.Trim().Length <= limit)
            return typed;
        Doubt(TaskKind.Facts, $"Its {what} was longer than {limit} characters and was cut: look at the thing and complete it.");
        return typed.Trim()[..limit];
    }

    private string Place(string key)
    {
        if (venue.Place(key) is not null)
            return key;
        var nearest = venue.Desk(device.Desk) is { } desk ? venue.Place(desk.Place)! : venue.Places[0];
        Doubt(TaskKind.Facts, $"{(key.Length == 0 ? "No place was given" : $"The place “{Short(key)}” is not in the list any more")}. It stands as found at {nearest.Name}: ask who found it.");
        return nearest.Key;
    }

    /// <summary>Nothing is found after it was registered, nor longer ago than anything is brought in.</summary>
    private ItemTyped Found(ItemTyped typed, DateTime registeredAt)
    {
        var errors = new FormErrors();
        ItemFacts.Check(typed, venue, now, errors);
        if (errors.For(ItemFields.Found) is null)
            return typed;
        Doubt(TaskKind.Clock, $"It was written down as found on {Short(typed.FoundDate)} at {Short(typed.FoundTime)}, which cannot be. It stands as found when it was registered: ask who found it.");
        var at = ItemTyped.At(venue.LocalTime(registeredAt));
        return typed with { FoundDate = at.FoundDate, FoundTime = at.FoundTime };
    }

    private static DateTime Shifted(DateTime at, TimeSpan by) =>
        by > TimeSpan.Zero ? at < DateTime.MaxValue - by ? at + by : at : at > DateTime.MinValue - by ? at + by : at;

    /// <summary>A key or a time as sent, which may be anything.</summary>
    private static string Short(string text) => text.Length <= 40 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..40]}…");
}
