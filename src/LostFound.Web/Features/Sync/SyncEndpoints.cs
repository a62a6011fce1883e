using System.Globalization;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tags;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace LostFound.Web.Features.Sync;

/// <summary>
/// What an enrolled device does by itself, whoever is signed in: <c>/api/v1/kiosk</c> says who it is and gives it a
/// form token, <c>/api/v1/tags</c> gives it codes, <c>/api/v1/items</c> takes what was registered on it.
/// </summary>
internal static class SyncEndpoints
{
    private const string HeldField = "held";

    private static readonly Refusal NotEnrolled = new(RefusalKind.Forbidden, "This device is not enrolled here any more. Ask an admin to enrol it again; what waits on it is kept.");

    public static void Map(IEndpointRouteBuilder app)
    {
        var devices = app.MapGroup("/api/v1").RequireRateLimiting(RateLimits.Device);
        devices.MapGet("/kiosk", GreetAsync);
        devices.MapPost("/tags", LeaseAsync);
        devices.MapPost("/items", TakeAsync).WithMetadata(new RequestSizeLimitAttribute(ItemLimits.RequestBytes));
    }

    private static async Task<IResult> GreetAsync(HttpContext http, EnrolledDevice devices, IAntiforgery antiforgery, TimeProvider clock)
    {
        if (await devices.FromAsync(http) is not { } device)
            return NotEnrolled.AsJson();
        // A token belongs to whoever is signed in, so each round of deliveries begins with a fresh one. This also
        // forbids every cache to keep the answer.
        var token = antiforgery.GetAndStoreTokens(http).RequestToken;
        return Results.Json(new { device = device.Id, token, now = clock.GetUtcNow().UtcDateTime });
    }

    private static async Task<IResult> LeaseAsync(HttpContext http, PostedForm form, EnrolledDevice devices, LeaseTags lease)
    {
        if (await devices.FromAsync(http) is not { } device)
            return NotEnrolled.AsJson();
        if (form.Problem is { } problem)
            return Problem(problem);
        var held = int.TryParse(form.Text(HeldField), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return Results.Json(new { codes = await lease.HandleAsync(device, held, http.RequestAborted) });
    }

    private static async Task<IResult> TakeAsync(HttpContext http, PostedForm form, EnrolledDevice devices, DeliverItem deliver)
    {
        if (await devices.FromAsync(http) is not { } device)
            return NotEnrolled.AsJson();
        if (form.Problem is { } problem)
            return Problem(problem);
        var taken = await deliver.HandleAsync(device, form, http.RequestAborted);
        if (!taken.Succeeded)
            return taken.Refusal.AsJson();
        Kiosk.RememberPlace(http, form.Text(ItemFields.Place));
        return Results.Json(new { id = taken.Value.Id, tag = taken.Value.Tag }, statusCode: StatusCodes.Status202Accepted);
    }

    /// <param name="problem">A stale token is mended by a fresh one; anything else about the form is not.</param>
    private static IResult Problem(Refusal problem) =>
        Results.Json(new { message = problem.Message, expired = problem.Kind == RefusalKind.Invalid }, statusCode: problem.Status());
}
