using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Queue.Counters;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Desk;

/// <summary>The four decisions as forms. A refused one shows the desk again, read anew, with what stood in its way.</summary>
internal static class DecideOnCandidate
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var candidate = app.MapGroup("/desk/candidates/{id:guid}");
        candidate.MapPost("/confirm", (Guid id, PostedForm form, ConfirmMatch confirm, ReadInbox inbox, ReadCounter line, HttpContext http) =>
            AnswerAsync(id, form, inbox, () => line.HandleAsync(http.User.Actor()), decision => confirm.HandleAsync(decision, http.User.Actor(), http.RequestAborted)));
        candidate.MapPost("/propose", (Guid id, PostedForm form, ProposeMatch propose, ReadInbox inbox, ReadCounter line, HttpContext http) =>
            AnswerAsync(id, form, inbox, () => line.HandleAsync(http.User.Actor()), decision => propose.HandleAsync(decision, http.User.Actor(), http.RequestAborted)));
        candidate.MapPost("/reject", (Guid id, PostedForm form, RejectMatch reject, ReadInbox inbox, ReadCounter line, HttpContext http) =>
            AnswerAsync(id, form, inbox, () => line.HandleAsync(http.User.Actor()), decision => reject.HandleAsync(decision, form.Text("reason"), http.User.Actor(), http.RequestAborted)));
        candidate.MapPost("/release", (Guid id, PostedForm form, ReleaseMatch release, ReadInbox inbox, ReadCounter line, HttpContext http) =>
            AnswerAsync(id, form, inbox, () => line.HandleAsync(http.User.Actor()), decision => release.HandleAsync(decision, form.Text("still") == "possible", http.User.Actor(), http.RequestAborted)));
    }

    private static async Task<IResult> AnswerAsync(Guid id, PostedForm form, ReadInbox inbox, Func<Task<CounterModel>> line, Func<Decision, Task<Outcome<Guid>>> decide)
    {
        var read = Decision.Read(id, form);
        var outcome = read.Succeeded ? await decide(read.Value) : read.Refusal;
        if (outcome.Succeeded)
            return new SeeOther($"{DeskFeature.Page}?claim={outcome.Value}");
        var claim = Guid.TryParse(form.Text("claim"), out var shown) ? shown : (Guid?)null;
        var model = await inbox.HandleAsync(claim, id, Notice(outcome.Refusal, form));
        return DeskFeature.DeskResult(model, await line(), wasChosen: claim is not null, outcome.Refusal.Status());
    }

    private static InboxNotice Notice(Refusal refusal, PostedForm form) => refusal.Kind == RefusalKind.Conflict
        ? new InboxNotice(Tone.Warning, "Somebody was faster", refusal.Message, form.Text("reason"))
        : new InboxNotice(Tone.Error, "Nothing was decided", refusal.Message, form.Text("reason"));
}
