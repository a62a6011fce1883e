using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>Adds a person who can sign in.</summary>
public sealed class AddStaff(Store store, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/staff/new", () => Render.Page<AddStaffPage>(new { Name = "", Role = nameof(StaffRole.Agent) })).RequireAuthorization(Policies.Admin);
        app.MapPost("/admin/staff/new", (HttpContext context, PostedForm form, AddStaff handler) => handler.PostAsync(context, form)).RequireAuthorization(Policies.Admin);
    }

    /// <param name="by">Null when the operator adds somebody from the command line.</param>
    public async Task<Outcome<StaffMember>> HandleAsync(string name, StaffRole role, string pin, Actor? by, CancellationToken cancellation)
    {
        var hash = Pins.Hash(pin);
        return await store.WriteAsync<StaffMember>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var key = SearchText.Normalise(name);
            if (await db.Staff.AnyAsync(s => s.NameKey == key))
                return new Refusal(RefusalKind.Conflict, "Somebody of that name is there already, or was. Add the first letter of the family name", "name");
            var person = new StaffMember { Id = Guid.NewGuid(), Name = name, NameKey = key, Role = role, PinHash = hash, CreatedAt = now };
            db.Staff.Add(person);
            db.Audit(AuditKind.StaffAdded, now, $"{name}, {role}", by?.StaffId, by?.DeviceId);
            return person;
        }, cancellation);
    }

    private async Task<IResult> PostAsync(HttpContext context, PostedForm form)
    {
        var name = form.Text("name").Trim();
        var roleIsOne = StaffRoles.TryRead(form.Text("role"), out var role);
        var errors = form.Problem is { } problem
            ? new FormErrors().Add("name", problem.Message)
            : new FormErrors().CheckName(name);
        if (form.Problem is null && !roleIsOne)
            errors.Add("role", "Choose a role");
        if (form.Problem is null)
            errors.CheckNewPin(form.Text("pin"), form.Text("pin-again"));
        if (errors.Any)
            return Again(StatusCodes.Status422UnprocessableEntity);
        var added = await HandleAsync(name, role, form.Text("pin"), context.User.Actor(), context.RequestAborted);
        if (added.Succeeded)
            return Results.Redirect($"/admin/staff/{added.Value.Id}?done=added");
        errors.Add(added.Refusal.Field ?? "name", added.Refusal.Message);
        return Again(added.Refusal.Status());

        IResult Again(int status) => Render.Page<AddStaffPage>(new { Name = form.Text("name"), Role = form.Text("role"), Errors = errors }, status);
    }
}
