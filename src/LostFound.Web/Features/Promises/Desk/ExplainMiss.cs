using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>
/// A supervisor writes down why a guest was let down for a second time. Only that ends it; when the guest still waits, it
/// also makes the next promise, in the supervisor's own name.
/// </summary>
public sealed class ExplainMiss(Store store, NextWord nextWord, TimeProvider clock)
{
    public const string ExplanationField = "explanation";

    public async Task<Outcome<Guid>> HandleAsync(Guid promiseId, string typed, Actor by, CancellationToken cancellation)
    {
        var explanation = typed.Trim();
        if (PromiseText.Check(explanation, "Write why it happened and what you do about it", ExplanationField) is { } problem)
            return problem;
        return await store.WriteAsync<Guid>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.Promises.SingleOrDefaultAsync(p => p.Id == promiseId) is not { } promise)
                return PromiseText.Gone;
            if (!promise.NeedsExplanation)
                return promise.Explanation == explanation ? promise.Id : new Refusal(RefusalKind.Conflict, "This promise needs no explanation any more.");
            var claim = await db.Claims.SingleAsync(c => c.Id == promise.ClaimId);
            promise.Explanation = explanation;
            var guestWaits = promise.IsOpen;
            await db.SettleAsync(promise, PromiseStatus.Broken, now, by.StaffName);
            if (guestWaits)
                db.TellOf(claim, db.MakeAgain(claim, promise, nextWord.AfterMiss(now), now, by.StaffName, new NamedSupervisor(by.StaffId, by.StaffName)), ClaimEventKind.PromiseBroken, now);
            else
                db.AnnounceOwed(claim, now);
            return promise.Id;
        }, cancellation);
    }
}
