using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Pages;

namespace LostFound.Web.Features.Claims.Desk;

/// <summary>/claims and /claims/{id}: the records, for staff.</summary>
internal static class ClaimRecords
{
    public const string OwnField = "own";
    public const string ChosenField = "question";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/claims").RequireAuthorization(Policies.Agent);
        group.MapGet("", ListAsync);
        group.MapGet("{id:guid}", (HttpContext context, Guid id, ReadClaimRecord read) => PageAsync(context, id, read, null));
        group.MapGet("{id:guid}/progress", ProgressAsync);
    }

    public static async Task<IResult> PageAsync(HttpContext context, Guid id, ReadClaimRecord read, RefusedQuestion? refused)
    {
        var sequence = context.RequestServices.GetRequiredService<ChangeFeed>().Latest;
        return await read.HandleAsync(id, context.User.Actor(), context.RequestAborted) is { } record
            ? Render.Page<ClaimRecordPage>(
                new { Record = record, Sequence = sequence, Refused = refused, Time = TimeOf(context) },
                refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, noStore: true)
            : NotFound();
    }

    private static async Task<IResult> ListAsync(HttpContext context, FindClaims find, string? q, string? status, int? page)
    {
        var typed = q is null ? "" : q[..Math.Min(q.Length, ClaimSearch.MaxTyped)];
        var search = new ClaimSearch(typed, Enum.TryParse<ClaimStatus>(status, out var wanted) && Enum.IsDefined(wanted) ? wanted : null, page ?? 1);
        var list = await find.HandleAsync(search, context.RequestAborted);
        return Render.Page<ClaimListPage>(new { Search = search, List = list, Time = TimeOf(context) }, noStore: true);
    }

    private static async Task<IResult> ProgressAsync(HttpContext context, Guid id, ReadClaimRecord read) =>
        await read.ReadProgressAsync(id, context.RequestAborted) is { } progress
            ? Render.Fragment<ClaimProgressFragment>(new { Progress = progress, Time = TimeOf(context) })
            : NotFound();

    private static IResult NotFound() => Render.Page<NotFoundPage>(status: StatusCodes.Status404NotFound, noStore: true);

    private static VenueTime TimeOf(HttpContext context) => new(
        context.RequestServices.GetRequiredService<ConfigStore>().Current.TimeZone,
        context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}
