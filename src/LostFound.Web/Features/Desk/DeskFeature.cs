using LostFound.Web.Features.Queue.Counters;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Desk;

/// <summary>The staff's workplace: the line and the scan at the top, below them the matches that wait for a decision.</summary>
public static class DeskFeature
{
    public const string Page = "/desk";
    public const string Fragment = "/desk/inbox";

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<ReadClaimAtDesk>();
        services.AddSingleton<ReadInbox>();
        return services;
    }

    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("").RequireAuthorization(Policies.Agent);
        staff.MapGet(Page, async (HttpContext http, ReadInbox inbox, ReadCounter line, string? claim, string? candidate) =>
            DeskResult(await inbox.HandleAsync(IdOrNone(claim), IdOrNone(candidate)), await line.HandleAsync(http.User.Actor()), wasChosen: IdOrNone(claim) is not null)).ReadsQrCodes();
        staff.MapGet(Fragment, async (ReadInbox inbox, string? claim, string? candidate) =>
            Render.Fragment<InboxView>(new { Model = await inbox.HandleAsync(IdOrNone(claim), IdOrNone(candidate)) }));
        DecideOnCandidate.Map(staff);
        return app;
    }

    internal static IResult DeskResult(InboxModel model, CounterModel line, bool wasChosen, int status = StatusCodes.Status200OK) =>
        Render.Page<DeskPage>(new { Model = model, Line = line, WasChosen = wasChosen }, status, noStore: true);

    /// <summary>A mangled id in a link is as good as none: the inbox opens on its first claim.</summary>
    private static Guid? IdOrNone(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
