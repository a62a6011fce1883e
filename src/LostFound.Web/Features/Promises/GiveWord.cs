using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notices;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>The word that the software gives by itself before a promise is due: what was done, and when the guest hears next.</summary>
public static class GiveWord
{
    public static async Task GiveWordAsync(this LostFoundDb db, Promise promise, NextWord nextWord, DateTime now)
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == promise.ClaimId, CancellationToken.None);
        // Counted from the promise, not from the word: given ten minutes early each day it would wander into the morning.
        var from = promise.DueAt > now ? promise.DueAt : now;
        var stillHere = claim.Status == ClaimStatus.ReadyToCollect;
        var next = stillHere
            ? await db.NextWordAsync(claim, nextWord.Reminder(from), now, PromiseCause.StillHere)
            : await db.NextWordAsync(claim, await db.FollowUpAsync(claim, nextWord, from, now), now, PromiseCause.NothingYet);
        db.ClaimEvents.Add(new ClaimEvent
        {
            ClaimId = claim.Id,
            At = now,
            Kind = stillHere ? ClaimEventKind.StillHere : ClaimEventKind.NothingYet,
            NextWordBy = next.DueAt,
            ComparedUntil = stillHere ? null : await db.ComparedUntilAsync(claim, now),
            AwaitsPerson = stillHere ? null : await db.ClaimsAwaitingAPerson().AnyAsync(c => c.Id == claim.Id, CancellationToken.None),
        });
        claim.Version++;
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Board, now);
    }

    /// <summary>A day later, or soon after a place of theirs was searched.</summary>
    private static async Task<DateTime> FollowUpAsync(this LostFoundDb db, Claim claim, NextWord nextWord, DateTime from, DateTime now)
    {
        var usual = nextWord.FollowUp(from);
        return await db.NextSearchAsync(claim, nextWord.Venue, now) is { } search && nextWord.AfterSearch(search) is var after && after > now && after < usual ? after : usual;
    }

    /// <summary>Honest to the minute: what waits to be compared was not. Null when the claim itself waits.</summary>
    public static async Task<DateTime?> ComparedUntilAsync(this LostFoundDb db, Claim claim, DateTime now) => claim.NeedsMatching
        ? null
        : await db.Items.Where(i => i.NeedsMatching).MinAsync(i => (DateTime?)i.RegisteredAt, CancellationToken.None) ?? now;
}
