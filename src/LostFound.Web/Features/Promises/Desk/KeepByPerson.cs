using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>
/// A person spoke with the guest, and notes what was said. Keeps whatever was promised, next word and call alike: the guest
/// has heard from us.
/// </summary>
public sealed class KeepByPerson(Store store, NextWord nextWord, TimeProvider clock)
{
    public const string NoteField = "note";

    public async Task<Outcome<Guid>> HandleAsync(Guid promiseId, string typed, Actor by, CancellationToken cancellation)
    {
        var note = typed.Trim();
        if (PromiseText.Check(note, "Write in a word or two what was said, so that nobody asks the guest again", NoteField) is { } problem)
            return problem;
        return await store.WriteAsync<Guid>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.Promises.SingleOrDefaultAsync(p => p.Id == promiseId) is not { } promise)
                return PromiseText.Gone;
            if (!promise.IsOpen)
                return promise.SettledBy == by.StaffName && promise.Note == note ? promise.Id : PromiseText.SettledBy(promise);
            var claim = await db.Claims.SingleAsync(c => c.Id == promise.ClaimId);
            promise.Note = note;
            if (promise.Kind == PromiseKind.CallBack)
            {
                await db.SettleAsync(promise, PromiseStatus.Kept, now, by.StaffName);
                await db.SettleReturnAsync(claim.Id, now, by.StaffName);
            }
            var next = claim.Status.OwesWord() ? await db.NextWordAsync(claim, nextWord.After(claim.Status, now), now, PromiseCause.Told, by) : null;
            db.TellOf(claim, next ?? promise, ClaimEventKind.Spoke, now);
            return promise.Id;
        }, cancellation);
    }
}
