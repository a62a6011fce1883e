using LostFound.Web.Data;
using LostFound.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace LostFound.Web.Features.Staff;

/// <summary>A role that is too low: the try is recorded, and the page says which role it takes.</summary>
internal static class NotAllowed
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/not-allowed", (HttpContext context, string? needs, string? @return) => Render.Page<NotAllowedPage>(new
        {
            Needs = Enum.TryParse<StaffRole>(needs, out var role) && Enum.IsDefined(role) ? role : StaffRole.Supervisor,
            ReturnTo = StaffAddress.ReturnTo(@return),
            context.User.ActorOrNone()?.StaffName,
        }, StatusCodes.Status403Forbidden, noStore: true));

    /// <summary>Records the try and names the needed role in the redirect.</summary>
    public static async Task RecordAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.User.ActorOrNone() is { } actor)
        {
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await http.RequestServices.GetRequiredService<Store>().WriteAsync(db =>
            {
                db.Audit(AuditKind.AccessRefused, now, $"{http.Request.Method} {http.Request.Path}", actor);
                return Task.CompletedTask;
            }, http.RequestAborted);
        }
        var needs = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => Enum.TryParse<StaffRole>(data.Policy, out var role) ? role : StaffRole.Agent).DefaultIfEmpty(StaffRole.Agent).Max();
        context.RedirectUri = $"/not-allowed?needs={needs}&return={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}";
    }
}
