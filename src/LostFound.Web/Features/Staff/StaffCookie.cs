using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// The signed-in staff member's cookie. It runs out after the idle time of venue.json unless a person does
/// something: requests that a page makes by itself say so in a header and do not count.
/// </summary>
public static class StaffCookie
{
    public const string Name = "__Host-lostfound";

    /// <summary>Sent by scripts with requests that no person asked for.</summary>
    public const string BackgroundHeader = "X-Background";

    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(30);

    public static void Configure(CookieAuthenticationOptions options, StaffRules rules)
    {
        options.Cookie.Name = Name;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        // Lax, not Strict: a tag scanned with a phone's own camera opens from outside and must know its staff.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "return";
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(rules.IdleLockMinutes);
        options.Events = new CookieAuthenticationEvents
        {
            OnCheckSlidingExpiration = context =>
            {
                // The framework renews in the second half of the time only, which would make the idle time anything
                // from half of it to all of it. Half a minute spares a page's own pictures the header.
                context.ShouldRenew = context.ElapsedTime > RenewAfter && !context.Request.Headers.ContainsKey(BackgroundHeader);
                return Task.CompletedTask;
            },
            OnValidatePrincipal = ValidateAsync,
            OnRedirectToLogin = context =>
            {
                if (!LeadsToAPage(context.HttpContext))
                    context.RedirectUri = StaffAddress.SignIn(null);
                return RedirectPeople(context, StatusCodes.Status401Unauthorized);
            },
            OnRedirectToAccessDenied = async context =>
            {
                await NotAllowed.RecordAsync(context);
                await RedirectPeople(context, StatusCodes.Status403Forbidden);
            },
        };
    }

    /// <summary>A person who left, a changed role or a revoked device ends the session at the next request.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var actor = context.Principal?.ActorOrNone();
        var store = context.HttpContext.RequestServices.GetRequiredService<Store>();
        var valid = actor is not null && await store.ReadAsync(db => db.Staff.AnyAsync(s =>
            s.Id == actor.StaffId && s.Active && s.Role == actor.Role
            && db.Devices.Any(d => d.Id == actor.DeviceId && d.RevokedAt == null)));
        if (valid)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(StaffPrincipal.Scheme);
    }

    /// <summary>Whether the address can be opened after signing in; a form's may take what it sends and nothing else.</summary>
    private static bool LeadsToAPage(HttpContext context)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return HttpMethods.IsGet(context.Request.Method) || context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Any(e => e.RoutePattern.RawText == pattern && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase) == true);
    }

    /// <summary>A script cannot follow a redirect to a page; it needs the status.</summary>
    private static Task RedirectPeople(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        var isPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            && !request.Headers.ContainsKey(BackgroundHeader);
        var isForm = HttpMethods.IsPost(request.Method) && request.HasFormContentType && !request.Headers.ContainsKey("X-Requested-With");
        if (isPage || isForm)
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
