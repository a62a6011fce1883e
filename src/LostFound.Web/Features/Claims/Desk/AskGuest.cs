using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Desk;

/// <summary>
/// Staff ask a guest something that only the owner can answer well, several things at once if they like. The guest's
/// page shows the questions; the claim waits for the answers, and still gets word by the promised time. The rounds are
/// limited: an owner needs no third try, and a guesser must not have one.
/// </summary>
public sealed class AskGuest(Store store, NextWord nextWord, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/claims/{id:guid}/ask", AskAsync).RequireAuthorization(Policies.Agent);

    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, IEnumerable<string> typed, Actor by, CancellationToken cancellation)
    {
        var questions = typed.Select(GuestText.CleanLine).Where(q => q.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (questions.Count == 0)
            return new Refusal(RefusalKind.Invalid, "Choose a question or write one", ClaimRecords.OwnField);
        if (questions.Find(q => q.Length > ClaimLimits.MaxQuestion) is { } tooLong)
            return new Refusal(RefusalKind.Invalid, $"A question can have {ClaimLimits.MaxQuestion} characters, and this has {tooLong.Length}: shorten it", ClaimRecords.OwnField);
        return await store.WriteAsync<Guid>(db => AddAsync(db, claimId, questions, by), cancellation);
    }

    private async Task<Outcome<Guid>> AddAsync(LostFoundDb db, Guid claimId, List<string> questions, Actor by)
    {
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, CancellationToken.None) is not { } claim)
            return new Refusal(RefusalKind.NotFound, "There is no such claim.");
        if (!claim.MayBeAsked)
            return new Refusal(RefusalKind.Conflict, $"This claim is not open for questions any more. It is now: {claim.Status.Name().ToLowerInvariant()}.");
        var asked = await db.ProofQuestions.Where(q => q.ClaimId == claimId).ToListAsync(CancellationToken.None);
        // A second tap asks once.
        var fresh = questions.Except(asked.Where(q => q.Answer is null).Select(q => q.Question), StringComparer.Ordinal).ToList();
        if (fresh.Count == 0)
            return claimId;
        var rounds = new ProofState(asked, config.Current.Files.ProofQuestions.MaxRounds);
        if (rounds.NextRound is not { } round || await db.ClaimEvents.AnyAsync(e => e.ClaimId == claimId && e.Kind == ClaimEventKind.ProofInPerson, CancellationToken.None))
            return new Refusal(RefusalKind.Conflict, $"This guest was asked in {rounds.MaxRounds} rounds, and there is no other. From here the desk goes on: with the guest, the item and an identity document.");
        var now = clock.GetUtcNow().UtcDateTime;
        db.ProofQuestions.AddRange(fresh.Select(question => new ProofQuestion
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), ClaimId = claimId, Question = question, AskedAt = now, AskedBy = by.StaffId, Round = round,
        }));
        claim.Status = ClaimStatus.Asking;
        await db.NextWordAsync(claim, nextWord.FollowUp(now), now, PromiseCause.Asked, by);
        claim.Version++;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = ClaimEventKind.Asked, NextWordBy = claim.NextWordBy });
        db.Announce(Topics.Claim(claimId), now, claim.Version);
        db.Announce(Topics.Inbox, now);
        return claimId;
    }

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, PostedForm form, AskGuest ask, ReadClaimRecord read)
    {
        var own = form.Text(ClaimRecords.OwnField);
        var chosen = form.Many(ClaimRecords.ChosenField);
        var outcome = form.Problem is { } problem
            ? problem with { Field = ClaimRecords.OwnField }
            : await ask.HandleAsync(id, [.. chosen, own], context.User.Actor(), context.RequestAborted);
        if (outcome.Succeeded)
            return new SeeOther(MessagePages.BackTo(form, id));
        return outcome.Refusal.Kind == RefusalKind.Invalid
            ? await ClaimRecords.PageAsync(context, id, read, new RefusedQuestion(own, chosen, outcome.Refusal.Message))
            : outcome.Refusal.AsPage("The question was not asked", $"/claims/{id}", "Back to the claim");
    }
}

/// <summary>A question that was refused, to be shown again as it was typed and chosen.</summary>
public sealed record RefusedQuestion(string Own, string[] Chosen, string Message);
