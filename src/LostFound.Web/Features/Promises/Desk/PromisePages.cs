using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>
/// <c>/board/promises</c>: what is owed to guests, with a way to see to each. For everybody at the desks, since whoever is
/// free rings; only a second miss is a supervisor's to explain.
/// </summary>
internal static class PromisePages
{
    public const string Address = "/board/promises";

    public static string AddressOf(Guid id) => $"{Address}#p-{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        var agents = app.MapGroup(Address).RequireAuthorization(Policies.Agent);
        agents.MapGet("", (HttpContext http, ReadPromises read) => PageAsync(http, read, null));
        agents.MapPost("{id:guid}/keep", (HttpContext http, Guid id, PostedForm form, ReadPromises read, KeepByPerson keep) =>
            ActAsync(http, PromiseTyped.From(id, PromiseAct.Keep, form), form, read, typed => keep.HandleAsync(id, typed.Text, http.User.Actor(), http.RequestAborted)));
        agents.MapPost("{id:guid}/move", (HttpContext http, Guid id, PostedForm form, ReadPromises read, MovePromise move, ConfigStore config) =>
            ActAsync(http, PromiseTyped.From(id, PromiseAct.Move, form), form, read,
                typed => move.HandleAsync(id, typed.Due(config.Current.Clock), typed.Text, http.User.Actor(), http.RequestAborted)));
        agents.MapPost("{id:guid}/explain", (HttpContext http, Guid id, PostedForm form, ReadPromises read, ExplainMiss explain) =>
            ActAsync(http, PromiseTyped.From(id, PromiseAct.Explain, form), form, read, typed => explain.HandleAsync(id, typed.Text, http.User.Actor(), http.RequestAborted)))
            .RequireAuthorization(Policies.Supervisor);
    }

    private static async Task<IResult> ActAsync(HttpContext http, PromiseTyped typed, PostedForm form, ReadPromises read, Func<PromiseTyped, Task<Outcome<Guid>>> act)
    {
        var done = form.Problem is { } problem ? problem : await act(typed);
        if (done.Succeeded)
            return new SeeOther(Address);
        return done.Refusal.Kind == RefusalKind.Invalid
            ? await PageAsync(http, read, typed with { Problem = done.Refusal })
            : done.Refusal.AsPage("That was not noted", Address, "Back to the promises");
    }

    private static async Task<IResult> PageAsync(HttpContext http, ReadPromises read, PromiseTyped? typed) => Render.Page<PromisesPage>(
        new { List = await read.HandleAsync(), Typed = typed, MayExplain = http.User.Role() >= StaffRole.Supervisor },
        typed?.Problem?.Status() ?? StatusCodes.Status200OK, noStore: true);
}

public enum PromiseAct { Keep, Move, Explain }

/// <summary>What was typed into one of the forms of a promise, to be shown again if it is refused.</summary>
public sealed record PromiseTyped(Guid Id, PromiseAct Act, string Text, string Date, string Time)
{
    public Refusal? Problem { get; init; }

    public static PromiseTyped From(Guid id, PromiseAct act, PostedForm form) =>
        new(id, act, form.Text(FieldOf(act)), form.Text($"{MovePromise.DueField}-date"), form.Text($"{MovePromise.DueField}-time"));

    public static string FieldOf(PromiseAct act) => act switch
    {
        PromiseAct.Keep => KeepByPerson.NoteField,
        PromiseAct.Move => MovePromise.WordsField,
        PromiseAct.Explain => ExplainMiss.ExplanationField,
    };

    public DateTime? Due(VenueClock clock) => DateTime.TryParseExact($"{Date} {Time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? clock.Utc(local)
        : null;
}
