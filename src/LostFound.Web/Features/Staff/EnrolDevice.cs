using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// A device takes up the code that an admin made for it. Opening the link only tells what will happen, since
/// chat programs open links to preview them; the button enrols.
/// </summary>
public sealed class EnrolDevice(Store store, EnrolledDevice devices, ConfigStore config, TimeProvider clock)
{
    /// <summary>The same for unknown, used and expired: a guesser learns nothing.</summary>
    private static readonly Refusal NoGood = new(RefusalKind.NotFound, "A code works once and for a few minutes. This one was used, has run out, or was mistyped. Ask an admin for a new one: it takes a moment.");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/enrol", ShowTyping).RequireRateLimiting(RateLimits.SignIn);
        app.MapGet("/enrol/{code}", (HttpContext context, string code, EnrolDevice handler) => handler.ShowAsync(context, code)).RequireRateLimiting(RateLimits.SignIn);
        app.MapPost("/enrol/{code}", (HttpContext context, string code, PostedForm form, EnrolDevice handler) => handler.PostAsync(context, code, form)).RequireRateLimiting(RateLimits.SignIn);
    }

    /// <summary>Enrols the browser that sent the request; a device it was before is revoked, so that no forgotten secret stays good.</summary>
    /// <returns>The device, and the cookie that its browser is to keep.</returns>
    public async Task<Outcome<(Device Device, string Cookie)>> HandleAsync(string code, Device? before, CancellationToken cancellation)
    {
        var hash = EnrolmentCodes.Hash(code);
        return await store.WriteAsync<(Device, string)>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var used = await Good(db, hash, now).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now));
            if (used == 0)
                return NoGood;
            var made = await db.EnrolmentCodes.AsNoTracking().SingleAsync(c => c.CodeHash == hash);
            var (device, cookie) = EnrolledDevice.New(made.DeviceName, made.Desk, now);
            db.Devices.Add(device);
            db.Audit(AuditKind.DeviceEnrolled, now, device.Name, deviceId: device.Id);
            if (before is not null && await db.Devices.Where(d => d.Id == before.Id && d.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.RevokedAt, now)) == 1)
                db.Audit(AuditKind.DeviceRevoked, now, $"{before.Name}: enrolled anew", deviceId: before.Id);
            return (device, cookie);
        }, cancellation);
    }

    private static IQueryable<EnrolmentCode> Good(LostFoundDb db, byte[] hash, DateTime now) => db.EnrolmentCodes.Where(c =>
        c.CodeHash == hash && c.Purpose == EnrolmentPurpose.EnrolDevice && c.ExpiresAt > now && (c.UsedAt == null || c.Reusable));

    private static IResult ShowTyping(HttpContext context, ConfigStore config, string? code)
    {
        if (SignInPages.NeedsHttps(context, config) is { } stop)
            return stop;
        if (code is null)
            return Render.Page<EnrolTypePage>(noStore: true);
        return EnrolmentCodes.Typed(code) is { } typed
            ? Results.Redirect($"/enrol/{typed}")
            : Render.Page<EnrolTypePage>(
                new { Typed = code, Errors = new FormErrors().Add("code", "A code has ten letters and digits, like K7QM2-XPD9R. Check it and type it again") },
                StatusCodes.Status422UnprocessableEntity, noStore: true);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string text, Refusal? refusal = null)
    {
        if (SignInPages.NeedsHttps(context, config) is { } stop)
            return stop;
        var code = EnrolmentCodes.Typed(text);
        var made = code is null ? null : await store.ReadAsync(db => Good(db, EnrolmentCodes.Hash(code), clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync());
        if (made is null)
            return ShowNoGood();
        return Render.Page<EnrolPage>(new
        {
            Code = code,
            made.DeviceName,
            DeskName = config.Current.Desk(made.Desk)?.Name ?? made.Desk,
            BeforeName = (await devices.FromAsync(context))?.Name,
            Error = refusal?.Message,
        }, refusal?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private async Task<IResult> PostAsync(HttpContext context, string text, PostedForm form)
    {
        if (form.Problem is { } problem || SignInPages.NeedsHttps(context, config) is not null)
            return await ShowAsync(context, text, form.Problem);
        if (EnrolmentCodes.Typed(text) is not { } code)
            return ShowNoGood();
        var enrolled = await HandleAsync(code, await devices.FromAsync(context), context.RequestAborted);
        if (!enrolled.Succeeded)
            return ShowNoGood();
        EnrolledDevice.Keep(context, enrolled.Value.Cookie);
        // A session belongs to the device it was begun at.
        await context.SignOutAsync(StaffPrincipal.Scheme);
        return Results.Redirect(StaffAddress.SignIn(null));
    }

    private static IResult ShowNoGood() => NoGood.AsPage("This code doesn’t open anything now", "/enrol", "Type a code");
}
