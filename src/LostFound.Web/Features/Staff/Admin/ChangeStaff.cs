using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>Changes a person's role, lets them go or takes them back. The last active admin can be neither demoted nor let go.</summary>
public sealed class ChangeStaff(Store store, ConfigStore config, TimeProvider clock)
{
    private static readonly Refusal Gone = new(RefusalKind.NotFound, "Nobody of that id works or worked here.");

    public static void Map(IEndpointRouteBuilder app)
    {
        var person = app.MapGroup("/admin/staff/{id:guid}").RequireAuthorization(Policies.Admin);
        person.MapGet("", (Guid id, string? done, ChangeStaff handler) => handler.ShowAsync(id, done: done));
        person.MapPost("/role", (HttpContext context, Guid id, PostedForm form, ChangeStaff handler) => handler.PostRoleAsync(context, id, form));
        person.MapPost("/deactivate", (HttpContext context, Guid id, PostedForm form, ChangeStaff handler) => handler.PostActiveAsync(context, id, form, active: false));
        person.MapPost("/reactivate", (HttpContext context, Guid id, PostedForm form, ChangeStaff handler) => handler.PostActiveAsync(context, id, form, active: true));
    }

    /// <param name="was">The role that the admin saw, so that two admins do not undo each other unseen.</param>
    public Task<Outcome<bool>> SetRoleAsync(Guid id, StaffRole was, StaffRole role, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        var changed = await db.Staff
            .Where(s => s.Id == id && s.Role == was && (role == StaffRole.Admin || s.Role != StaffRole.Admin || !s.Active || db.Staff.Any(o => o.Id != id && o.Active && o.Role == StaffRole.Admin)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, role));
        if (await FindAsync(db, id) is not { } person)
            return Gone;
        if (changed == 0)
            return person.Role == was ? LastAdmin(person) : new Refusal(RefusalKind.Conflict, $"{person.Name} became {person.Role} in the meantime. Look again, then decide.");
        db.Audit(AuditKind.StaffChanged, clock.GetUtcNow().UtcDateTime, $"{person.Name}: {was} to {role}", by);
        return true;
    }, cancellation);

    public Task<Outcome<bool>> SetActiveAsync(Guid id, bool active, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        var changed = await db.Staff
            .Where(s => s.Id == id && s.Active != active && (active || s.Role != StaffRole.Admin || db.Staff.Any(o => o.Id != id && o.Active && o.Role == StaffRole.Admin)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Active, active));
        if (await FindAsync(db, id) is not { } person)
            return Gone;
        if (changed == 0)
            // Done already, by another click or another admin: what was asked for is so.
            return person.Active == active ? true : LastAdmin(person);
        db.Audit(AuditKind.StaffChanged, clock.GetUtcNow().UtcDateTime, active ? $"{person.Name}: back" : $"{person.Name}: no longer signs in", by);
        return true;
    }, cancellation);

    /// <summary>The person's page, after a refusal with its words on top.</summary>
    public async Task<IResult> ShowAsync(Guid id, Refusal? refusal = null, FormErrors? pinErrors = null, string? done = null)
    {
        var person = await store.ReadAsync(db => FindAsync(db, id));
        if (person is null)
            return Gone.AsPage("We know nobody of that address", "/admin", "Back to Admin");
        var now = clock.GetUtcNow().UtcDateTime;
        return Render.Page<PersonPage>(new
        {
            Person = PersonRow.Of(person, now),
            Venue = new VenueTime(config.Current.TimeZone, now),
            Problem = refusal?.Message,
            PinErrors = pinErrors,
            Done = done,
        }, refusal?.Status() ?? (pinErrors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
    }

    private async Task<IResult> PostRoleAsync(HttpContext context, Guid id, PostedForm form)
    {
        if (form.Problem is { } problem)
            return await ShowAsync(id, problem);
        if (!StaffRoles.TryRead(form.Text("role"), out var role) || !StaffRoles.TryRead(form.Text("was"), out var was))
            return await ShowAsync(id, new Refusal(RefusalKind.Invalid, "Choose a role."));
        return await AnswerAsync(id, await SetRoleAsync(id, was, role, context.User.Actor(), context.RequestAborted), "role");
    }

    private async Task<IResult> PostActiveAsync(HttpContext context, Guid id, PostedForm form, bool active) => form.Problem is { } problem
        ? await ShowAsync(id, problem)
        : await AnswerAsync(id, await SetActiveAsync(id, active, context.User.Actor(), context.RequestAborted), active ? "back" : "left");

    private async Task<IResult> AnswerAsync(Guid id, Outcome<bool> outcome, string done) =>
        outcome.Succeeded ? Results.Redirect($"/admin/staff/{id}?done={done}") : await ShowAsync(id, outcome.Refusal);

    private static Task<StaffMember?> FindAsync(LostFoundDb db, Guid id) => db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id);

    private static Refusal LastAdmin(StaffMember person) =>
        new(RefusalKind.Conflict, $"{person.Name} is the last admin. Make somebody else an admin first, or nobody could add people and devices any more.");
}
