using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Notifications.Guest;

/// <summary>
/// Phones with Android show a page's notification only through a service worker. This one does that and nothing else:
/// it keeps no page, sees no request, and there is no push service behind it.
/// </summary>
internal static class TellMeWorker
{
    public const string Address = "/tell-me-worker.js";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, (HttpContext http, IWebHostEnvironment environment) =>
    {
        var script = environment.WebRootFileProvider.GetFileInfo("dist/tellMeWorker.js");
        http.Response.Headers.CacheControl = "no-cache";
        return script.Exists ? Results.Stream(script.CreateReadStream(), "text/javascript") : Results.NotFound();
    }).RequireRateLimiting(RateLimits.LookUp);
}
