using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.SecondContact;

/// <summary>Somebody at a desk, or on the telephone, says that this guest has come back about the same loss.</summary>
public sealed class NoteReturn(Store store, ReturnVisits visits, TimeProvider clock)
{
    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, string typed, bool wasRude, Actor by, CancellationToken cancellation)
    {
        var note = typed.Trim();
        if (note.Length > ReturnVisit.NoteLength)
            return new Refusal(RefusalKind.Invalid, $"This can have {ReturnVisit.NoteLength} characters, and it has {note.Length}", ReturnPages.NoteField);
        return await store.WriteAsync<Guid>(async db =>
        {
            if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId) is not { } claim)
                return new Refusal(RefusalKind.NotFound, "There is no such claim.");
            await visits.NoteAsync(db, claim, new ReturnSeen(RecognisedBy.Staff, Note: note, WasRude: wasRude), clock.GetUtcNow().UtcDateTime, by);
            return claimId;
        }, cancellation);
    }
}

/// <summary>Says whether a guest recognised by telephone or e-mail is here about the same loss.</summary>
public sealed class AnswerSameLoss(Store store, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(Guid claimId, bool same, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ReturnVisits.OpenOf(claimId).SingleOrDefaultAsync() is not { } visit || visit.Same != SameLoss.Unknown)
            return new Refusal(RefusalKind.Conflict, "This was answered already.");
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId);
        visit.Same = same ? SameLoss.Yes : SameLoss.No;
        if (!same)
        {
            // Another thing lost: nobody had to come back, and the software may speak again.
            (visit.SettledAt, visit.SettledBy) = (now, by.StaffName);
            await db.LetSoftwareSpeakAsync(claim);
            db.AnnounceOwed(claim, now);
        }
        else if (await db.OpenPromiseAsync(claimId, PromiseKind.NextWord) is { } promise)
        {
            db.TellOf(claim, promise, ClaimEventKind.CameBack, now);
        }
        return claimId;
    }, cancellation);
}
