using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>The proof questions of a claim with their answers, for staff to judge.</summary>
/// <param name="CanAsk">Whether a round is left.</param>
/// <param name="Left">How many, in words.</param>
public sealed record ProofAtDesk(Guid ClaimId, IReadOnlyList<ProofAnswer> Answers, bool CanAsk, string Left, int MaxRounds, bool InPerson)
{
    public static async Task<ProofAtDesk> ReadAsync(LostFoundDb db, VenueConfig venue, Claim claim)
    {
        var questions = await db.ProofQuestions.Where(q => q.ClaimId == claim.Id).OrderBy(q => q.Round).ThenBy(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync();
        var inPerson = await db.ClaimEvents.AnyAsync(e => e.ClaimId == claim.Id && e.Kind == ClaimEventKind.ProofInPerson);
        var ids = questions.SelectMany(q => new[] { q.AskedBy, q.JudgedBy ?? q.AskedBy }).Distinct().ToList();
        var names = await db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name);
        var state = new ProofState(questions, venue.Files.ProofQuestions.MaxRounds);
        return new ProofAtDesk(
            claim.Id,
            [.. questions.Select(q => new ProofAnswer(
                q.Id, q.Round, q.Question, names.GetValueOrDefault(q.AskedBy, ""), q.AskedAt, q.Answer, q.AnsweredAt,
                q.Answer is { } answer ? RecognisedWords.In(answer, claim.Language, venue) : [],
                q.Judgement, q.JudgedBy is { } by ? names.GetValueOrDefault(by, "A colleague") : null))],
            !inPerson && state.NextRound is not null, state.Left, state.MaxRounds, inPerson);
    }
}

public sealed record ProofAnswer(
    Guid Id, int Round, string Question, string AskedBy, DateTime AskedAt, string? Answer, DateTime? AnsweredAt, IReadOnlyList<string> Recognised,
    AnswerJudgement? Judgement, string? JudgedBy);
