using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Sync;

/// <summary>
/// <c>POST /api/v1/items</c>: a device tells of an item that was registered on it. The device alone must be known,
/// since its queue has to drain after a shift's session has ended; the row names the person. What it tells has
/// happened, so it is always taken; only the same request id with other content is refused.
/// </summary>
internal sealed class DeliverItem(ConfigStore config, Store store, RegisterItem register, ItemPhotos pictures, PhotoColours colours, TimeProvider clock)
{
    /// <summary>Stands in where nobody who works here is known to have registered it.</summary>
    private const string Nobody = "the device itself";

    public async Task<Outcome<RegisteredItem>> HandleAsync(Device device, PostedForm form, CancellationToken cancellation)
    {
        if (!Guid.TryParse(form.Text(ItemFields.RequestId), out var requestId))
            return new Refusal(RefusalKind.Invalid, "This item came without its number, so it could not be told from another.");
        var sent = await DeviceForm.ReadAsync(form, cancellation);
        // Spares decoding the photos again when an answer was lost; the transaction asks once more.
        var before = await store.ReadAsync(db => db.AnsweredBeforeAsync(requestId, RegisterItem.Kind, sent));
        if (before is { Succeeded: true, Value: { } answer })
            return RegisterItem.Answered(answer);

        var now = clock.GetUtcNow().UtcDateTime;
        var venue = config.Current;
        var sensible = new SensibleFacts(venue, device, now);
        var registeredAt = sensible.RegisteredAt(sent.RegisteredAt, form.Text(DeviceFields.SentAt));
        var facts = sensible.Facts(sent.Typed, registeredAt);
        var bin = sensible.Bin(sent.Bin);
        var tag = Tag(sent, sensible);
        var by = await RegistrarAsync(device, sent, sensible);
        var photos = await PhotosAsync(form, sent, facts.Category, sensible, cancellation);
        if (!photos.Succeeded)
            return photos.Refusal;
        var seen = await colours.OfStoredAsync(photos.Value, cancellation);
        return await register.HandleAsync(
            new RegisterItemInput(requestId, facts, bin, photos.Value, seen)
            {
                Tag = tag,
                Record = new DeviceRecord(Guid.TryParse(sent.Item, out var id) ? id : null, registeredAt, sent, sensible.Doubts),
            }, by, cancellation);
    }

    private static string? Tag(DeviceForm sent, SensibleFacts sensible)
    {
        if (TagCode.TryParse(sent.Tag, out var code))
            return code;
        if (sent.Tag.Length > 0)
            sensible.Doubt(TaskKind.Tag, "Its label bears no proper code, so it got a new tag. Replace the label.");
        return null;
    }

    private async Task<Actor> RegistrarAsync(Device device, DeviceForm sent, SensibleFacts sensible)
    {
        var person = Guid.TryParse(sent.Staff, out var id)
            ? await store.ReadAsync(db => db.Staff.SingleOrDefaultAsync(s => s.Id == id && s.Active))
            : null;
        if (person is not null)
            return new Actor(person.Id, person.Name, person.Role, device.Id, device.Name, device.Desk);
        var named = sent.StaffName.Length is > 0 and <= StaffLimits.NameLength ? sent.StaffName : null;
        sensible.Doubt(TaskKind.Person, named is null
            ? $"Nobody was signed in on {device.Name} when this was registered. Find out who had it in hand."
            : $"{named} is said to have registered this on {device.Name}, and does not work here now. Find out who had it in hand.");
        return new Actor(Guid.Empty, Nobody, StaffRole.Agent, device.Id, device.Name, device.Desk);
    }

    private async Task<Outcome<IReadOnlyList<StoredPhoto>>> PhotosAsync(PostedForm form, DeviceForm sent, string category, SensibleFacts sensible, CancellationToken cancellation)
    {
        var photos = (await pictures.TakeAsync(category, sent.KeptPhotos, [], new FormErrors(), cancellation)).ToList();
        foreach (var file in form.Files.GetFiles(ItemFields.Photos))
        {
            if (photos.Count == ItemLimits.Photos)
            {
                sensible.Doubt(TaskKind.Photo, $"It had more than {ItemLimits.Photos} photos, and the last were left out.");
                break;
            }
            var stored = await pictures.TakeAsync(file, category, cancellation);
            if (stored.Succeeded)
            {
                if (!photos.Exists(p => p.Hash == stored.Value.Hash))
                    photos.Add(stored.Value);
            }
            else if (stored.Refusal.Kind is RefusalKind.Unavailable or RefusalKind.TooMany)
            {
                // The picture may be good: the device keeps it and comes again.
                return stored.Refusal;
            }
            else
            {
                sensible.Doubt(TaskKind.Photo, $"A photo could not be read and was left out: {stored.Refusal.Message} Take another.");
            }
        }
        return photos;
    }
}
