using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Tasks;

/// <summary><c>/board/tasks</c>: what supervisors should check, oldest first, each with a way to settle it.</summary>
internal sealed class TaskPages(Store store, ConfigStore config, SettleTask settle, TimeProvider clock)
{
    public const string Address = "/board/tasks";

    /// <summary>The fifty oldest are more than anyone settles at once; the rest follow as these go.</summary>
    private const int Shown = 50;

    public static string AddressOf(Guid id) => $"{Address}#task-{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        var supervisors = app.MapGroup(Address).RequireAuthorization(Policies.Supervisor);
        supervisors.MapGet("", (TaskPages tasks) => tasks.PageAsync(null, null, StatusCodes.Status200OK));
        supervisors.MapPost("/{id:guid}", (Guid id, HttpContext http, PostedForm form, TaskPages tasks) => tasks.SettleAsync(id, http, form));
    }

    private async Task<IResult> SettleAsync(Guid id, HttpContext http, PostedForm form)
    {
        var note = form.Text(SettleTask.NoteField);
        var settled = form.Problem is { } problem ? problem : await settle.HandleAsync(id, note, http.User.Actor(), http.RequestAborted);
        if (settled.Succeeded)
            return new SeeOther(Address);
        return settled.Refusal.Kind == RefusalKind.Invalid
            ? await PageAsync(id, new TypedNote(note, settled.Refusal.Message), settled.Refusal.Status())
            : settled.Refusal.AsPage("This task is settled", Address, "Back to the tasks");
    }

    private async Task<IResult> PageAsync(Guid? refused, TypedNote? typed, int status)
    {
        var venue = config.Current;
        var open = await store.ReadAsync(db => db.OpenTasks().Take(Shown).ToListAsync());
        return Render.Page<TasksPage>(new
        {
            Tasks = open,
            Refused = refused,
            Typed = typed,
            Time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime),
        }, status, noStore: true);
    }
}

/// <summary>A note that was refused, and why.</summary>
public sealed record TypedNote(string Text, string Problem);
