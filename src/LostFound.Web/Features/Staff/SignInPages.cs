using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>/sign-in: who is it, then their PIN. Names are shown to enrolled devices only.</summary>
internal sealed class SignInPages(SignIn signIn, EnrolledDevice devices, Store store, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext context, SignInPages pages, string? @return, string? who, string? q) => pages.ShowAsync(context, @return, who, q))
            .RequireRateLimiting(RateLimits.SignIn);
        app.MapPost("/sign-in", (HttpContext context, PostedForm form, SignInPages pages) => pages.PostAsync(context, form))
            .RequireRateLimiting(RateLimits.SignIn);
    }

    /// <summary>The page that stands in the way of every page here; null when nothing does.</summary>
    public static IResult? NeedsHttps(HttpContext context, ConfigStore config) => StaffAddress.KeepsCookies(context.Request)
        ? null
        : Render.Page<NeedsHttpsPage>(new { Address = config.Current.Venue.PublicUrl }, StatusCodes.Status403Forbidden, noStore: true);

    private async Task<IResult> ShowAsync(HttpContext context, string? returnTo, string? who, string? search)
    {
        if (NeedsHttps(context, config) is { } stop)
            return stop;
        if (context.User.ActorOrNone() is { } actor)
            return Render.Page<SignedInPage>(new { actor.StaffName, ReturnTo = StaffAddress.ReturnTo(returnTo) }, noStore: true);
        if (await devices.FromAsync(context) is not { } device)
            return NotEnrolled();
        return Guid.TryParse(who, out var id) && await PersonAsync(id) is { } person
            ? ShowPinPad(device, person, returnTo, null)
            : await ShowNamesAsync(device, returnTo, search);
    }

    private async Task<IResult> PostAsync(HttpContext context, PostedForm form)
    {
        if (NeedsHttps(context, config) is { } stop)
            return stop;
        if (await devices.FromAsync(context) is not { } device)
            return NotEnrolled();
        var returnTo = form.Text("return");
        if (!Guid.TryParse(form.Text("who"), out var id))
            return await ShowNamesAsync(device, returnTo, null);
        var outcome = form.Problem is { } problem ? problem : await signIn.HandleAsync(device, id, form.Text("pin"), context.RequestAborted);
        if (!outcome.Succeeded)
            return ShowPinPad(device, await PersonAsync(id), returnTo, outcome.Refusal, id);
        await context.SignInAsync(StaffPrincipal.Scheme, StaffPrincipal.For(outcome.Value));
        EnrolledDevice.Renew(context);
        return Results.Redirect(StaffAddress.ReturnTo(returnTo));
    }

    private Task<StaffMember?> PersonAsync(Guid id) => store.ReadAsync(db => db.Staff.SingleOrDefaultAsync(s => s.Id == id && s.Active));

    private async Task<IResult> ShowNamesAsync(Device device, string? returnTo, string? search)
    {
        var people = await store.ReadAsync(db => db.Staff.Where(s => s.Active).OrderBy(s => s.NameKey).ToListAsync());
        var wanted = SearchText.Normalise(search);
        var now = clock.GetUtcNow().UtcDateTime;
        return Render.Page<SignInNamesPage>(new
        {
            DeviceName = device.Name,
            DeskName = config.Current.Desk(device.Desk)?.Name,
            Names = people.Where(p => p.NameKey.Contains(wanted, StringComparison.Ordinal))
                .Select(p => new SignInName(p.Id, p.Name, p.LockedUntil > now)).ToList(),
            Search = search,
            CanSearch = people.Count > StaffLimits.NamesWithoutSearch,
            ReturnTo = StaffAddress.ReturnTo(returnTo),
        }, noStore: true);
    }

    private IResult ShowPinPad(Device device, StaffMember? person, string? returnTo, Refusal? refusal, Guid? asked = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Render.Page<SignInPinPage>(new
        {
            Who = person?.Id ?? asked!.Value,
            // An id that is nobody's looks like a person whose PIN was wrong.
            Name = person?.Name ?? "you",
            DeviceName = device.Name,
            LockedUntil = person?.LockedUntil > now ? person.LockedUntil : null,
            Attempts = config.Current.Venue.Staff.PinAttempts,
            Venue = new VenueTime(config.Current.TimeZone, now),
            Error = refusal?.Message,
            ReturnTo = StaffAddress.ReturnTo(returnTo),
        }, refusal?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private static IResult NotEnrolled() => Render.Page<NotEnrolledPage>(status: StatusCodes.Status403Forbidden, noStore: true);
}

/// <summary>One tile on the sign-in page.</summary>
public sealed record SignInName(Guid Id, string Name, bool LockedOut);
