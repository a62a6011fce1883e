using LostFound.Web.Data;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Desk;

/// <summary>
/// Staff ask a guest something that only the owner can answer well. The guest's page shows the question; the
/// claim waits for the answer, and still gets word by the promised time.
/// </summary>
public sealed class AskGuest(Store store, NextWord nextWord, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/claims/{id:guid}/ask", AskAsync).RequireAuthorization(Policies.Agent);

    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, string typed, Actor by, CancellationToken cancellation)
    {
        var question = GuestText.CleanLine(typed);
        if (question.Length == 0)
            return new Refusal(RefusalKind.Invalid, "Choose a question or write one", ClaimRecords.OwnField);
        if (question.Length > ClaimLimits.MaxQuestion)
            return new Refusal(RefusalKind.Invalid, $"Shorten the question to {ClaimLimits.MaxQuestion} characters: it has {question.Length} now", ClaimRecords.OwnField);
        return await store.WriteAsync<Guid>(db => AddAsync(db, claimId, question, by), cancellation);
    }

    private async Task<Outcome<Guid>> AddAsync(LostFoundDb db, Guid claimId, string question, Actor by)
    {
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, CancellationToken.None) is not { } claim)
            return new Refusal(RefusalKind.NotFound, "There is no such claim.");
        if (!claim.MayBeAsked)
            return new Refusal(RefusalKind.Conflict, $"This claim is not open for questions any more. It is now: {claim.Status.Name().ToLowerInvariant()}.");
        // A second tap asks once.
        if (await db.ProofQuestions.FirstOrDefaultAsync(q => q.ClaimId == claimId && q.Question == question && q.Answer == null, CancellationToken.None) is { } open)
            return open.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        var asked = new ProofQuestion { Id = Guid.CreateVersion7(clock.GetUtcNow()), ClaimId = claimId, Question = question, AskedAt = now, AskedBy = by.StaffId };
        db.ProofQuestions.Add(asked);
        claim.Status = ClaimStatus.Asking;
        await db.NextWordAsync(claim, nextWord.FollowUp(now), now, PromiseCause.Asked, by);
        claim.Version++;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = ClaimEventKind.Asked, NextWordBy = claim.NextWordBy });
        db.Announce(Topics.Claim(claimId), now, claim.Version);
        db.Announce(Topics.Inbox, now);
        return asked.Id;
    }

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, PostedForm form, AskGuest ask, ReadClaimRecord read)
    {
        var own = form.Text(ClaimRecords.OwnField);
        var chosen = form.Text(ClaimRecords.ChosenField);
        var outcome = form.Problem is { } problem
            ? problem with { Field = ClaimRecords.OwnField }
            : await ask.HandleAsync(id, own.Trim().Length > 0 ? own : chosen, context.User.Actor(), context.RequestAborted);
        if (outcome.Succeeded)
            return new SeeOther($"/claims/{id}");
        return outcome.Refusal.Kind == RefusalKind.Invalid
            ? await ClaimRecords.PageAsync(context, id, read, new RefusedQuestion(own, chosen, outcome.Refusal.Message))
            : outcome.Refusal.AsPage("The question was not asked", $"/claims/{id}", "Back to the claim");
    }
}

/// <summary>A question that was refused, to be shown again as it was typed and chosen.</summary>
public sealed record RefusedQuestion(string Own, string Chosen, string Message);
