using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>
/// Tells a guest before the time that it takes longer, why, and until when. Afterwards it is too late for that: then a
/// promise was broken, and the guest is owed more than a new time.
/// </summary>
public sealed class MovePromise(Store store, TimeProvider clock)
{
    public const string WordsField = "words";
    public const string DueField = "due";

    /// <summary>Nobody is put off for longer than this at once.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3);

    /// <param name="dueUtc">Null when what was typed is no time.</param>
    public async Task<Outcome<Guid>> HandleAsync(Guid promiseId, DateTime? dueUtc, string typed, Actor by, CancellationToken cancellation)
    {
        var words = typed.Trim();
        if (PromiseText.Check(words, "Tell the guest why, in a sentence", WordsField) is { } problem)
            return problem;
        if (dueUtc is not { } due)
            return new Refusal(RefusalKind.Invalid, "Say by when the guest hears from us", DueField);
        return await store.WriteAsync<Guid>(db => MoveAsync(db, promiseId, due, words, by), cancellation);
    }

    private async Task<Outcome<Guid>> MoveAsync(LostFoundDb db, Guid promiseId, DateTime due, string words, Actor by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Promises.SingleOrDefaultAsync(p => p.Id == promiseId) is not { } promise)
            return PromiseText.Gone;
        if (!promise.IsOpen)
            return promise.Status == PromiseStatus.Moved && promise.SettledBy == by.StaffName ? promise.Id : PromiseText.SettledBy(promise);
        if (promise.DueAt < now)
            return new Refusal(RefusalKind.Conflict, "Its time has passed, so it can’t be moved: it is broken. Ring the guest, or have a supervisor explain it.");
        if (due <= now || due > now + Furthest)
            return new Refusal(RefusalKind.Invalid, "Choose a time from now on, within three days", DueField);
        var claim = await db.Claims.SingleAsync(c => c.Id == promise.ClaimId);
        var moved = await db.MoveAsync(claim, promise, due, words, now, by);
        db.TellOf(claim, moved, ClaimEventKind.PromiseMoved, now);
        return promise.Id;
    }
}
