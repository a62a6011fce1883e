using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>A new PIN for somebody who forgot theirs. It also ends a lock: the wrong tries were of the old one.</summary>
public sealed class ResetPin(Store store, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/admin/staff/{id:guid}/pin", async (HttpContext context, Guid id, PostedForm form, ResetPin handler, ChangeStaff page) =>
        {
            if (form.Problem is { } problem)
                return await page.ShowAsync(id, problem);
            var errors = new FormErrors().CheckNewPin(form.Text("pin"), form.Text("pin-again"));
            if (errors.Any)
                return await page.ShowAsync(id, pinErrors: errors);
            var outcome = await handler.HandleAsync(id, form.Text("pin"), context.User.Actor(), context.RequestAborted);
            return outcome.Succeeded ? Results.Redirect($"/admin/staff/{id}?done=pin") : await page.ShowAsync(id, outcome.Refusal);
        }).RequireAuthorization(Policies.Admin);

    public async Task<Outcome<bool>> HandleAsync(Guid id, string pin, Actor by, CancellationToken cancellation)
    {
        var hash = Pins.Hash(pin);
        return await store.WriteAsync<bool>(async db =>
        {
            var changed = await db.Staff.Where(s => s.Id == id && s.Active).ExecuteUpdateAsync(set => set
                .SetProperty(s => s.PinHash, hash)
                .SetProperty(s => s.FailedPins, 0)
                .SetProperty(s => s.LockedUntil, (DateTime?)null));
            if (changed == 0)
                return new Refusal(RefusalKind.Conflict, "This person no longer signs in. Reactivate them first.");
            var name = await db.Staff.Where(s => s.Id == id).Select(s => s.Name).SingleAsync();
            db.Audit(AuditKind.PinReset, clock.GetUtcNow().UtcDateTime, name, by);
            return true;
        }, cancellation);
    }
}
