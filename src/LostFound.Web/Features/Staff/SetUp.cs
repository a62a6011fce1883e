using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>What the first admin typed; the PIN is never shown again.</summary>
public sealed record SetUpForm(string Name, string DeviceName, string Desk);

/// <summary>Takes the venue into use: the first admin and the first device, in one transaction, once.</summary>
public sealed class SetUp(Store store, ConfigStore config, TimeProvider clock)
{
    private static readonly Refusal NoGood = new(RefusalKind.NotFound,
        "A set-up link works once, for 24 hours, and only while nobody is set up. If somebody set this venue up already, sign in. If not, start the server again: it prints a new link.");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/setup/{code}", (HttpContext context, string code, SetUp handler) => handler.ShowAsync(context, code)).RequireRateLimiting(RateLimits.SignIn);
        app.MapPost("/setup/{code}", (HttpContext context, string code, PostedForm form, SetUp handler) => handler.PostAsync(context, code, form)).RequireRateLimiting(RateLimits.SignIn);
    }

    /// <summary>Of two that set up at once, one wins and the other learns that the link is used.</summary>
    public async Task<Outcome<(Actor Actor, string DeviceCookie)>> HandleAsync(string code, SetUpForm form, string pin, CancellationToken cancellation)
    {
        var hash = EnrolmentCodes.Hash(code);
        var pinHash = Pins.Hash(pin);
        return await store.WriteAsync<(Actor, string)>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await Good(db, hash, now).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now)) == 0)
                return NoGood;
            var admin = new StaffMember { Id = Guid.NewGuid(), Name = form.Name, NameKey = SearchText.Normalise(form.Name), Role = StaffRole.Admin, PinHash = pinHash, CreatedAt = now };
            var (device, cookie) = EnrolledDevice.New(form.DeviceName, form.Desk, now);
            db.Staff.Add(admin);
            db.Devices.Add(device);
            db.Audit(AuditKind.SetUp, now, $"{admin.Name}, on {device.Name}", admin.Id, device.Id);
            return (new Actor(admin.Id, admin.Name, admin.Role, device.Id, device.Name, device.Desk), cookie);
        }, cancellation);
    }

    private static IQueryable<EnrolmentCode> Good(LostFoundDb db, byte[] hash, DateTime now) => db.EnrolmentCodes.Where(c =>
        c.CodeHash == hash && c.Purpose == EnrolmentPurpose.SetUp && c.UsedAt == null && c.ExpiresAt > now && !db.Staff.Any());

    private async Task<IResult> ShowAsync(HttpContext context, string code)
    {
        if (SignInPages.NeedsHttps(context, config) is { } stop)
            return stop;
        return await IsGoodAsync(code) ? Page(code, new SetUpForm("", "", config.Current.Desks[0].Key), null) : ShowNoGood();
    }

    private async Task<IResult> PostAsync(HttpContext context, string code, PostedForm form)
    {
        if (SignInPages.NeedsHttps(context, config) is { } stop)
            return stop;
        var typed = new SetUpForm(form.Text("name").Trim(), form.Text("device").Trim(), form.Text("desk"));
        if (!await IsGoodAsync(code))
            return ShowNoGood();
        var errors = form.Problem is { } problem
            ? new FormErrors().Add("name", problem.Message)
            : new FormErrors().CheckName(typed.Name).CheckNewPin(form.Text("pin"), form.Text("pin-again")).CheckDevice(typed.DeviceName, typed.Desk, config.Current);
        if (errors.Any)
            return Page(code, typed, errors);
        var done = await HandleAsync(code, typed, form.Text("pin"), context.RequestAborted);
        if (!done.Succeeded)
            return ShowNoGood();
        EnrolledDevice.Keep(context, done.Value.DeviceCookie);
        await context.SignInAsync(StaffPrincipal.Scheme, StaffPrincipal.For(done.Value.Actor));
        return Results.Redirect("/admin");
    }

    private Task<bool> IsGoodAsync(string code) => store.ReadAsync(db => Good(db, EnrolmentCodes.Hash(code), clock.GetUtcNow().UtcDateTime).AnyAsync());

    private IResult Page(string code, SetUpForm typed, FormErrors? errors) => Render.Page<SetUpPage>(
        new { Code = code, VenueName = config.Current.Venue.Name, Form = typed, Desks = config.Current.DeskChoices(), Errors = errors },
        errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, noStore: true);

    private static IResult ShowNoGood() => NoGood.AsPage("This set-up link doesn’t open anything now", "/sign-in", "Sign in");
}
