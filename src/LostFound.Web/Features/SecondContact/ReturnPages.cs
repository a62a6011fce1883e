using LostFound.Web.Data;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Features.Queue.Counters;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.SecondContact;

/// <summary>What staff do about a guest who came back, from the claim's record or from the counter.</summary>
internal static class ReturnPages
{
    public const string NoteField = "note";
    public const string BackField = "back";
    public const string ToCounter = "counter";

    public static void Map(IEndpointRouteBuilder app)
    {
        var claim = app.MapGroup("/claims/{id:guid}").RequireAuthorization(Policies.Agent);
        claim.MapPost("came-back", (HttpContext http, Guid id, PostedForm form, NoteReturn note) =>
            ActAsync(http, id, form, () => note.HandleAsync(id, form.Text(NoteField), form.Text("rude") == "yes", http.User.Actor(), http.RequestAborted)));
        claim.MapPost("same-loss", (HttpContext http, Guid id, PostedForm form, AnswerSameLoss answer) =>
            ActAsync(http, id, form, () => answer.HandleAsync(id, form.Text("same") == "yes", http.User.Actor(), http.RequestAborted)));
        claim.MapPost("spoke", (HttpContext http, Guid id, PostedForm form, Store store, KeepByPerson keep) =>
            ActAsync(http, id, form, async () => await OwedAsync(store, id) is { } promise
                ? await keep.HandleAsync(promise, form.Text(NoteField), http.User.Actor(), http.RequestAborted)
                : new Refusal(RefusalKind.Conflict, "Nothing is promised on this claim any more.")));
    }

    private static Task<Guid?> OwedAsync(Store store, Guid claimId) => store.ReadAsync(db => db.Promises
        .Where(p => p.ClaimId == claimId && p.Status == PromiseStatus.Open).OrderBy(p => p.DueAt).Select(p => (Guid?)p.Id).FirstOrDefaultAsync());

    private static async Task<IResult> ActAsync(HttpContext http, Guid id, PostedForm form, Func<Task<Outcome<Guid>>> act)
    {
        var back = form.Text(BackField) == ToCounter ? CounterPages.Page : $"/claims/{id}";
        var done = form.Problem is { } problem ? problem : await act();
        // One box and one line: what was typed stays in the browser (data-keep), the message says what is wrong with it.
        return done.Succeeded ? new SeeOther(back) : done.Refusal.AsPage("That was not noted", back, back == CounterPages.Page ? "Back to the counter" : "Back to the claim");
    }
}
