using System.Security.Cryptography;
using System.Text.Json;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Notifications.Guest;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Pages;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>/c/{token}: a guest's own page, and the part of it that a script reads again.</summary>
internal static class ClaimPages
{
    private static readonly string Build = typeof(ClaimPages).Module.ModuleVersionId.ToString("N");

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = OwnGroup(app).RequireRateLimiting(RateLimits.LookUp);
        pages.MapGet("", ShowAsync);
        pages.MapGet("status", ShowStatusAsync);
    }

    /// <summary>The routes under one claim's address; every answer is kept from caches, other sites and search engines.</summary>
    public static RouteGroupBuilder OwnGroup(IEndpointRouteBuilder app) => PrivateGroup(app, $"/c/{TokenHidingServer.Mask}");

    /// <summary>The same for any address with a guest's token in it.</summary>
    public static RouteGroupBuilder PrivateGroup(IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix);
        group.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex";
            return next(context);
        });
        return group;
    }

    /// <summary>The same page for every token that opens nothing, whatever is wrong with it.</summary>
    public static IResult Unknown() => Render.Page<NotFoundPage>(status: StatusCodes.Status404NotFound, noStore: true);

    public static async Task<IResult> PageAsync(HttpContext context, ClaimToken token, Guid claimId, RefusedAnswer? refused = null, RefusedMessage? message = null)
    {
        var services = context.RequestServices;
        // Subscribe first, read second: a change between the two is then read again, never missed.
        var sequence = services.GetRequiredService<ChangeFeed>().Latest;
        var view = await services.GetRequiredService<ReadClaimPage>().HandleAsync(claimId);
        var venue = services.GetRequiredService<ConfigStore>().Current;
        return Render.Page<ClaimPage>(new
        {
            View = view,
            Token = token,
            Link = venue.PublicUrl(context.Request) + token.Address,
            Sequence = sequence,
            services.GetRequiredService<ServerSettings>().PollSeconds,
            Rules = venue.Queue,
            Refused = refused,
            RefusedMessage = message,
            Talk = await services.GetRequiredService<Store>().ReadAsync(db => services.GetRequiredService<ReadTalk>().ForGuestAsync(db, claimId, token)),
            TellMe = await services.GetRequiredService<ChooseNotifications>().ReadAsync(claimId),
            Time = TimeOf(services, venue),
        }, refused is null && message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, noStore: true);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ClaimToken token, ClaimByToken claims) =>
        await claims.FindIdAsync(token.Text) is { } id ? await PageAsync(context, token, id) : Unknown();

    private static async Task<IResult> ShowStatusAsync(HttpContext context, ClaimToken token, ClaimByToken claims, ReadClaimPage read, ConfigStore config)
    {
        if (await claims.FindIdAsync(token.Text) is not { } id)
            return Unknown();
        var view = await read.HandleAsync(id);
        return IsUnchanged(context, view)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Render.Fragment<ClaimStatusFragment>(new { View = view, Token = token, Time = TimeOf(context.RequestServices, config.Current), config.Current.Queue.WalkMinutes });
    }

    /// <summary>Names what is about to be shown by a tag, and says whether the browser has it already.</summary>
    public static bool IsUnchanged(HttpContext context, object view)
    {
        var etag = ETagOf(view);
        context.Response.Headers.ETag = etag;
        return context.Request.Headers.IfNoneMatch.Contains(etag, StringComparer.Ordinal);
    }

    public static VenueTime TimeOf(IServiceProvider services, VenueConfig venue) =>
        new(venue.TimeZone, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, services.GetRequiredService<Words>().Language);

    /// <summary>What is shown and the program that shows it: equal tags are equal fragments.</summary>
    private static string ETagOf(object view) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Build, view })).AsSpan(0, 12))}\"";
}
