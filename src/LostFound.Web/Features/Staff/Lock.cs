using LostFound.Web.Data;
using LostFound.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;

namespace LostFound.Web.Features.Staff;

/// <summary>Ends the session and keeps the device. Locking twice, or after the session ran out, is locking once.</summary>
public sealed class Lock(Store store, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/lock", async (HttpContext context, PostedForm form, Lock handler) =>
        {
            // A stale form still locks: the worst that a forged one could do is ask for a PIN.
            await handler.HandleAsync(context);
            return Results.Redirect(StaffAddress.SignIn(form.Text("return")));
        });

    public async Task HandleAsync(HttpContext context)
    {
        if (context.User.ActorOrNone() is { } actor)
        {
            await store.WriteAsync(db =>
            {
                db.Audit(AuditKind.Locked, clock.GetUtcNow().UtcDateTime, actor.StaffName, actor);
                return Task.CompletedTask;
            }, CancellationToken.None);
        }
        await context.SignOutAsync(StaffPrincipal.Scheme);
    }
}
