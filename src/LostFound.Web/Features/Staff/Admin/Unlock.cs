using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>Ends a lock-out early. Supervisors may: the person stands beside them, and the guests wait.</summary>
public sealed class Unlock(Store store, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/unlock", (Unlock handler) => handler.ShowAsync()).RequireAuthorization(Policies.Supervisor);
        app.MapPost("/unlock/{id:guid}", async (HttpContext context, Guid id, PostedForm form, Unlock handler) =>
        {
            if (form.Problem is { } problem)
                return problem.AsPage("That did not arrive whole", "/unlock", "Back");
            await handler.HandleAsync(id, context.User.Actor(), context.RequestAborted);
            return Results.Redirect(form.Text("return") is { Length: > 0 } asked ? StaffAddress.ReturnTo(asked) : "/unlock");
        }).RequireAuthorization(Policies.Supervisor);
    }

    /// <summary>Unlocking somebody who is not locked out, or no longer, changes nothing.</summary>
    public Task HandleAsync(Guid id, Actor by, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var unlocked = await db.Staff.Where(s => s.Id == id && s.LockedUntil > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.FailedPins, 0).SetProperty(s => s.LockedUntil, (DateTime?)null));
        if (unlocked == 1)
            db.Audit(AuditKind.Unlocked, now, await db.Staff.Where(s => s.Id == id).Select(s => s.Name).SingleAsync(), by);
    }, cancellation);

    private async Task<IResult> ShowAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var locked = await store.ReadAsync(db => db.Staff.Where(s => s.Active && s.LockedUntil > now).OrderBy(s => s.NameKey).ToListAsync());
        return Render.Page<UnlockPage>(new { People = locked.ConvertAll(p => PersonRow.Of(p, now)), Venue = new VenueTime(config.Current.TimeZone, now) });
    }
}
