using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// Staff judge an answer beside the item's private notes. The guest never learns how: told what was wrong, the next
/// try would be better. When the last round is judged and does not settle it, the guest is told honestly that only
/// the desk can, with an identity document.
/// </summary>
public sealed class JudgeAnswer(Store store, NextWord nextWord, ConfigStore config, TimeProvider clock)
{
    public const string QuestionField = "question";
    public const string JudgementField = "judgement";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/claims/{id:guid}/judge", JudgeAsync).RequireAuthorization(Policies.Agent);

    public Task<Outcome<Guid>> HandleAsync(Guid claimId, Guid questionId, AnswerJudgement judgement, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, CancellationToken.None);
        var questions = await db.ProofQuestions.Where(q => q.ClaimId == claimId).ToListAsync(CancellationToken.None);
        if (claim is null || questions.Find(q => q.Id == questionId) is not { Answer: not null } question)
            return new Refusal(RefusalKind.NotFound, "There is no such answer to judge.");
        var now = clock.GetUtcNow().UtcDateTime;
        (question.Judgement, question.JudgedBy, question.JudgedAt) = (judgement, by.StaffId, now);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Claim(claimId), now);
        var rounds = new ProofState(questions, config.Current.Files.ProofQuestions.MaxRounds);
        if (claim.IsOpen && rounds.IsUnsettled && !await db.ClaimEvents.AnyAsync(e => e.ClaimId == claimId && e.Kind == ClaimEventKind.ProofInPerson, CancellationToken.None))
            await db.GiveWordInWritingAsync(claim, ClaimEventKind.ProofInPerson, nextWord, now, by);
        return claimId;
    }, cancellation);

    private static async Task<IResult> JudgeAsync(HttpContext context, Guid id, PostedForm form, JudgeAnswer judge)
    {
        var back = MessagePages.BackTo(form, id);
        if (form.Problem is { } problem)
            return problem.AsPage("The answer was not judged", back, "Back to the claim");
        if (!Guid.TryParse(form.Text(QuestionField), out var question) || !Enum.TryParse<AnswerJudgement>(form.Text(JudgementField), out var judgement) || !Enum.IsDefined(judgement))
            return form.Damaged.AsPage("The answer was not judged", back, "Back to the claim");
        var outcome = await judge.HandleAsync(id, question, judgement, context.User.Actor(), context.RequestAborted);
        return outcome.Succeeded ? new SeeOther(back) : outcome.Refusal.AsPage("The answer was not judged", back, "Back to the claim");
    }
}
