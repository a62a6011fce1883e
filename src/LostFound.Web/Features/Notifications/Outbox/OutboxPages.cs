using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Notifications.Outbox;

/// <summary><c>/board/notifications</c>: what waits to be sent, what was given up and why.</summary>
internal static class OutboxPages
{
    public const string Address = "/board/notifications";
    public const string IdField = "id";

    public static void Map(IEndpointRouteBuilder app)
    {
        var supervisors = app.MapGroup(Address).RequireAuthorization(Policies.Supervisor);
        supervisors.MapGet("", async (HttpContext http, ReadOutbox read) => await PageAsync(http, read, null));
        supervisors.MapPost("/again", AgainAsync);
    }

    private static async Task<IResult> AgainAsync(HttpContext http, PostedForm form, TryAgain again, ReadOutbox read)
    {
        if (form.Problem is { } problem)
            return await PageAsync(http, read, problem);
        // One, or, where the form names none, all.
        await again.HandleAsync(Guid.TryParse(form.Text(IdField), out var id) ? id : null, http.RequestAborted);
        return new SeeOther(Address);
    }

    private static async Task<IResult> PageAsync(HttpContext http, ReadOutbox read, Refusal? refused) => Render.Page<OutboxPage>(new
    {
        Outbox = await read.HandleAsync(http.RequestAborted),
        Error = refused?.Message,
        Time = new VenueTime(
            http.RequestServices.GetRequiredService<ConfigStore>().Current.TimeZone, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime),
    }, refused?.Status() ?? StatusCodes.Status200OK, noStore: true);
}
