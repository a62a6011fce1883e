using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Messages;

namespace LostFound.Web.Features.Promises;

/// <summary>Which promises wait for a person, because the software has nothing worth saying or may not say it.</summary>
public static class PersonsTurn
{
    /// <summary>Not yet shown to staff, due before <paramref name="horizon"/>, and a person's to keep.</summary>
    public static IQueryable<Promise> NeedAPerson(this LostFoundDb db, DateTime horizon) => db.Promises.Where(p =>
        p.Status == PromiseStatus.Open && p.RaisedAt == null && p.DueAt <= horizon
        && (p.NeedsPerson || db.ClaimsAwaitingAPerson().Any(c => c.Id == p.ClaimId)));

    /// <summary>Claims whose guest answered or wrote, and nobody has read it, decided, asked, written or spoken with them since.</summary>
    public static IQueryable<Claim> ClaimsAwaitingAPerson(this LostFoundDb db) => db.Claims.Where(c =>
        c.Status == ClaimStatus.Looking
        && (db.ProofQuestions.Any(q => q.ClaimId == c.Id && q.AnsweredAt != null
            && !db.Candidates.Any(k => k.ClaimId == c.Id && k.DecidedAt >= q.AnsweredAt)
            && !db.ClaimEvents.Any(e => e.ClaimId == c.Id && e.At >= q.AnsweredAt && (e.Kind == ClaimEventKind.Spoke || e.Kind == ClaimEventKind.StaffWrote || e.Kind == ClaimEventKind.ProofInPerson)))
            || db.Messages.Any(m => m.ClaimId == c.Id && m.From == MessageFrom.Guest && m.ReadAt == null)));
}
