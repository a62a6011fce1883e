using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>A device that was lost, sold or replaced. Whoever is signed in on it is out at the next request.</summary>
public sealed class RevokeDevice(Store store, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/admin/devices/{id:guid}/revoke", async (HttpContext context, Guid id, PostedForm form, RevokeDevice handler) =>
        {
            if (form.Problem is { } problem)
                return problem.AsPage("That did not arrive whole", "/admin", "Back to Admin");
            var outcome = await handler.HandleAsync(id, context.User.Actor(), context.RequestAborted);
            return outcome.Succeeded ? Results.Redirect("/admin?done=revoked") : outcome.Refusal.AsPage("That device isn’t enrolled", "/admin", "Back to Admin");
        }).RequireAuthorization(Policies.Admin);

    public Task<Outcome<bool>> HandleAsync(Guid id, Actor by, CancellationToken cancellation) => store.WriteAsync<bool>(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Devices.Where(d => d.Id == id && d.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.RevokedAt, now)) == 0)
            return new Refusal(RefusalKind.NotFound, "It was revoked before, or was never enrolled. Nothing was changed.");
        db.Audit(AuditKind.DeviceRevoked, now, await db.Devices.Where(d => d.Id == id).Select(d => d.Name).SingleAsync(), by);
        return true;
    }, cancellation);
}
