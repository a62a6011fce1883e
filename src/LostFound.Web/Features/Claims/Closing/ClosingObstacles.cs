using LostFound.Web.Data;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Promises;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>
/// What must be settled before a guest may honestly be told that nothing was found. The worker and staff go by the
/// same list: nobody may close a claim over something that may still be theirs.
/// </summary>
public static class ClosingObstacles
{
    /// <param name="likely">The probability from which a candidate is too good to leave undecided.</param>
    /// <returns>In words for staff; null when nothing stands in the way.</returns>
    public static async Task<string?> OfAsync(LostFoundDb db, Claim claim, double likely)
    {
        if (!claim.MayBeClosed)
            return "This claim is not open any more.";
        if (await db.Candidates.AnyAsync(k => k.ClaimId == claim.Id && k.Status == CandidateStatus.Proposed, CancellationToken.None))
            return "A match is being checked. Decide on it first.";
        var waiting = db.WaitingCandidates().Where(k => k.ClaimId == claim.Id);
        if (await waiting.AnyAsync(k => k.Probability >= likely, CancellationToken.None))
            return "An item looks very likely to be theirs, and nobody has decided on it. Decide on it first.";
        var questions = db.ProofQuestions.Where(q => q.ClaimId == claim.Id);
        if (await questions.AnyAsync(q => q.Answer == null, CancellationToken.None))
            return "The guest was asked something and has not answered yet.";
        if (await questions.AnyAsync(q => q.Judgement == null, CancellationToken.None))
            return "The guest answered a question, and nobody has judged the answer. Judge it first.";
        if (await db.Messages.AnyAsync(m => m.ClaimId == claim.Id && m.From == MessageFrom.Guest && m.ReadAt == null, CancellationToken.None))
            return "The guest wrote, and nobody has read it. Read it first.";
        if (await db.Promises.AnyAsync(p => p.ClaimId == claim.Id && p.Kind == PromiseKind.CallBack && p.Status == PromiseStatus.Open, CancellationToken.None))
            return "The guest was promised a call. Ring first.";
        return claim.NeedsMatching ? "It is being compared with what came in just now. Try again in a moment." : null;
    }
}
