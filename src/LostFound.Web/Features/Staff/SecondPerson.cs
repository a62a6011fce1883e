using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// For what nobody may do alone: another member of staff proves with name and PIN, on the device of the person
/// who is signed in, that they stand there too. Wrong PINs count as at the sign-in.
/// </summary>
public sealed class SecondPerson(ProvePin prove, Store store, TimeProvider clock)
{
    public const string WhoField = "second";
    public const string PinField = "pin";

    /// <summary>Everyone who may be the second.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(Actor first)
    {
        var people = await store.ReadAsync(db => db.Staff.Where(s => s.Active && s.Id != first.StaffId).OrderBy(s => s.NameKey).ToListAsync());
        return people.ConvertAll(person => new Choice(person.Id.ToString(), person.Name));
    }

    public async Task<Outcome<StaffMember>> ProveAsync(PostedForm form, Actor first, CancellationToken cancellation)
    {
        if (!Guid.TryParse(form.Text(WhoField), out var id))
            return new Refusal(RefusalKind.Invalid, "Choose who the second person is", WhoField);
        if (id != first.StaffId)
            return await prove.HandleAsync(first.DeviceId, id, form.Text(PinField), AuditKind.SecondPersonProved, cancellation);
        await store.WriteAsync(db =>
        {
            db.Audit(AuditKind.SignInRefused, clock.GetUtcNow().UtcDateTime, $"{first.StaffName}: as their own second person", first);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return new Refusal(RefusalKind.Invalid, $"{first.StaffName} is signed in here, so the second person must be somebody else", WhoField);
    }
}
