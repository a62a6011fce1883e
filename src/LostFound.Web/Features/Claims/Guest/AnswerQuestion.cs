using LostFound.Web.Data;
using LostFound.Web.Features.Promises;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>A guest answers a proof question, once. When none is left open, the looking goes on.</summary>
public sealed class AnswerQuestion(Store store, NextWord nextWord, TimeProvider clock, Words say)
{
    public static void Map(IEndpointRouteBuilder app) =>
        ClaimPages.OwnGroup(app).MapPost("answer", AnswerAsync).RequireRateLimiting(RateLimits.GuestWrite);

    public async Task<Outcome<bool>> HandleAsync(Guid claimId, Guid questionId, string typed, CancellationToken cancellation)
    {
        var answer = GuestText.Clean(typed);
        if (answer.Length == 0)
            return new Refusal(RefusalKind.Invalid, say["status.answer-empty"]);
        if (answer.Length > ClaimLimits.MaxAnswer)
            return new Refusal(RefusalKind.Invalid, say["status.answer-too-long", ("n", ClaimLimits.MaxAnswer), ("length", answer.Length)]);
        var now = clock.GetUtcNow().UtcDateTime;
        return await store.WriteAsync<bool>(async db =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
            var questions = await db.ProofQuestions.Where(q => q.ClaimId == claimId).ToListAsync(CancellationToken.None);
            if (questions.Find(q => q.Id == questionId) is not { } question || !claim.IsOpen)
                return new Refusal(RefusalKind.Conflict, say["status.not-asked"]);
            if (question.Answer is not null)
            {
                // A second tap on the same answer is no reason to alarm anybody.
                return question.Answer == answer
                    ? true
                    : new Refusal(RefusalKind.Conflict, say["status.answered-before"]);
            }
            (question.Answer, question.AnsweredAt) = (answer, now);
            await ResumeAsync(db, claim, now, isLast: questions.All(q => q.Answer is not null));
            return true;
        }, cancellation);
    }

    private async Task ResumeAsync(LostFoundDb db, Claim claim, DateTime now, bool isLast)
    {
        if (isLast)
        {
            claim.Status = ClaimStatus.Looking;
            await db.NextWordAsync(claim, nextWord.First(now), now, PromiseCause.Answered);
        }
        claim.Version++;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = ClaimEventKind.Answered, NextWordBy = claim.NextWordBy });
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Inbox, now);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, AnswerQuestion answers, Words say)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var typed = form.Text("answer");
        _ = Guid.TryParse(form.Text("question"), out var questionId);
        var outcome = form.Problem is { } problem ? problem : await answers.HandleAsync(claimId, questionId, typed, context.RequestAborted);
        if (outcome.Succeeded)
            return new SeeOther(token.Address);
        return outcome.Refusal.Kind == RefusalKind.Invalid
            ? await ClaimPages.PageAsync(context, token, claimId, new RefusedAnswer(questionId, typed, outcome.Refusal.Message))
            : outcome.Refusal.AsPage(say["status.answered-title"], token.Address, say["status.to-claim"]);
    }
}
