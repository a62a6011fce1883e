using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// A promise was missed. The first time the guest gets an apology, the reason if it is known, a new time that will hold and
/// the name of who answers for it. Any later time the promise stays open, and loud, until that person has explained it.
/// </summary>
public static class OwnUp
{
    public static async Task OwnUpAsync(this LostFoundDb db, Promise promise, NextWord nextWord, DateTime now)
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == promise.ClaimId, CancellationToken.None);
        await db.MissAsync(promise);
        var supervisor = promise.SupervisorId is { } id ? new NamedSupervisor(id, promise.SupervisorName) : await db.NameSupervisorAsync(now);
        if (promise.NeedsExplanation)
        {
            (promise.SupervisorId, promise.SupervisorName) = (supervisor?.Id, supervisor?.Name ?? "");
            db.TellOf(claim, promise, ClaimEventKind.LateAgain, now);
        }
        else
        {
            await db.SettleAsync(promise, PromiseStatus.Broken, now, by: null);
            db.TellOf(claim, db.MakeAgain(claim, promise, nextWord.AfterMiss(now), now, by: null, supervisor), ClaimEventKind.PromiseBroken, now);
        }
    }

    /// <summary>A promise in the place of one that was missed.</summary>
    internal static Promise MakeAgain(this LostFoundDb db, Claim claim, Promise missed, DateTime due, DateTime now, string? by, NamedSupervisor? supervisor) =>
        missed.Kind == PromiseKind.NextWord
            ? db.MakeNextWord(claim, due, now, PromiseCause.Missed, by, missed, supervisor)
            : db.Make(claim.Id, missed.Kind, PromiseCause.Missed, due, now, by, missed, supervisor);

    /// <summary>An event about a promise, and everybody who watches told of it.</summary>
    internal static void TellOf(this LostFoundDb db, Claim claim, Promise promise, ClaimEventKind kind, DateTime now)
    {
        var isNextWord = promise.Kind == PromiseKind.NextWord && promise.Miss == 0;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = kind, PromiseId = promise.Id, NextWordBy = isNextWord ? promise.DueAt : null });
        claim.Version++;
        db.AnnounceOwed(claim, now);
    }

    internal static void AnnounceOwed(this LostFoundDb db, Claim claim, DateTime now)
    {
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
    }
}
