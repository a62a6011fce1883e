using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>
/// What a counter does with its guest, as forms. Each names the guest that the screen showed: a page that is from before
/// says so, and never acts on whoever stands there now.
/// </summary>
internal sealed class CounterActions(
    Store store, ReadCounter read, CallNext callNext, CallAgain callAgain, MarkNoShow keepPlace, StartServing start, FinishServing finish)
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        var counter = staff.MapGroup($"{CounterPages.Page}/{{number:int}}");
        counter.MapPost("/next", (int number, PostedForm form, HttpContext http, CounterActions actions) => actions.NextAsync(number, form, http));
        counter.MapPost("/again", (int number, PostedForm form, HttpContext http, CounterActions actions) => actions.AgainAsync(number, form, http));
        counter.MapPost("/here", (int number, PostedForm form, HttpContext http, CounterActions actions) => actions.HereAsync(number, form, http));
        counter.MapPost("/keep", (int number, PostedForm form, HttpContext http, CounterActions actions) => actions.KeepAsync(number, form, http));
        counter.MapPost("/done", (int number, PostedForm form, HttpContext http, CounterActions actions) => actions.DoneAsync(number, form, http));
    }

    private Task<IResult> NextAsync(int number, PostedForm form, HttpContext http) =>
        AnswerAsync(number, form, http, (counter, by, cancel) => CallAsync(counter, form, by, cancel));

    private Task<IResult> AgainAsync(int number, PostedForm form, HttpContext http) =>
        AnswerAsync(number, form, http, (counter, by, cancel) => OnGuestAsync(counter, form, async () => (await callAgain.HandleAsync(counter, by, cancel)).Refusal));

    private Task<IResult> HereAsync(int number, PostedForm form, HttpContext http) =>
        AnswerAsync(number, form, http, (counter, by, cancel) => OnGuestAsync(counter, form, async () => (await start.HandleAsync(counter, by, cancel)).Refusal));

    private Task<IResult> KeepAsync(int number, PostedForm form, HttpContext http) =>
        AnswerAsync(number, form, http, (counter, by, cancel) => OnGuestAsync(counter, form, async () => (await keepPlace.HandleAsync(counter, by, cancel)).Refusal));

    private Task<IResult> DoneAsync(int number, PostedForm form, HttpContext http) =>
        AnswerAsync(number, form, http, (counter, by, cancel) => FinishAsync(counter, form, by, cancel));

    private async Task<IResult> AnswerAsync(int number, PostedForm form, HttpContext http, Func<Guid, Actor, CancellationToken, Task<Refusal?>> act)
    {
        var by = http.User.Actor();
        var counter = await store.CounterIdAsync(by.Desk, number);
        var refusal = form.Problem ?? (counter is { } id ? await act(id, by, http.RequestAborted) : LineWrites.NoCounter);
        // One tap for "done" and "next": the first stands even when nobody is left to call.
        if (refusal is null && counter is { } free && form.Text("then") == "next")
            refusal = await CallAsync(free, form, by, http.RequestAborted);
        return refusal is null
            ? new SeeOther(CounterPages.Address(number))
            : CounterPages.Show(await read.HandleAsync(by, number, CounterPages.Refused(refusal)), refusal.Status());
    }

    private async Task<Refusal?> CallAsync(Guid counterId, PostedForm form, Actor by, CancellationToken cancellation) =>
        Guid.TryParse(form.Text("request"), out var request)
            ? (await callNext.HandleAsync(counterId, request, by, cancellation)).Refusal
            : form.Damaged;

    private async Task<Refusal?> FinishAsync(Guid counterId, PostedForm form, Actor by, CancellationToken cancellation) =>
        Guid.TryParse(form.Text("ticket"), out var ticket)
            ? (await finish.HandleAsync(counterId, ticket, by, cancellation)).Refusal
            : form.Damaged;

    /// <summary>
    /// Between this look and the act only this very counter could call somebody else to itself, so the look is enough; a
    /// guest who leaves meanwhile is refused by the act.
    /// </summary>
    private async Task<Refusal?> OnGuestAsync(Guid counterId, PostedForm form, Func<Task<Refusal?>> act)
    {
        if (!Guid.TryParse(form.Text("ticket"), out var shown))
            return form.Damaged;
        var (ticket, there) = await store.ReadAsync(async db => (
            await db.Tickets.Where(t => t.Id == shown).Select(t => new { t.Number, t.State }).SingleOrDefaultAsync(),
            await db.Counters.Where(c => c.Id == counterId).Select(c => c.TicketId).SingleOrDefaultAsync()));
        if (ticket is null)
            return LineWrites.NoTicket;
        return there == shown ? await act() : new Refusal(RefusalKind.Conflict, Gone(ticket.Number, ticket.State));
    }

    private static string Gone(int number, TicketState state) => state switch
    {
        TicketState.Waiting => $"Number {number} is back in line and not at this counter.",
        TicketState.Called or TicketState.Serving => $"Number {number} is at another counter now.",
        TicketState.Kept => $"Number {number} was called twice, and their place is kept.",
        TicketState.Served => $"Number {number} was served already.",
        TicketState.Left => $"Number {number} gave up the place meanwhile.",
        TicketState.NoShow => $"Number {number} didn’t come while the place was kept.",
    } + " This is how it stands now.";
}
