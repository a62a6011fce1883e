using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Feedback;

/// <param name="Whole">False for a tap on a number alone, which leaves reasons and words as they were.</param>
public sealed record FeedbackInput(int Rating, string[] Reasons, string OwnWords, bool Whole);

/// <summary>
/// A guest says how it went. The same answer again changes nothing; another one within a day takes its place. A bad one
/// promises a call by a named supervisor, once, and only to a guest whom we can reach.
/// </summary>
public sealed class SaveFeedback(Store store, ContactVault vault, NextWord nextWord, Words words, TimeProvider clock)
{
    public Task<Outcome<bool>> HandleAsync(Guid claimId, FeedbackInput input, CancellationToken cancellation)
    {
        if (input.Rating is < FeedbackLimits.Worst or > FeedbackLimits.Best)
            return Task.FromResult<Outcome<bool>>(new Refusal(RefusalKind.Invalid, words["feedback.choose"], FeedbackPages.RatingField));
        if (input.OwnWords.Length > FeedbackLimits.OwnWords)
            return Task.FromResult<Outcome<bool>>(new Refusal(RefusalKind.Invalid, words["feedback.too-long", ("n", FeedbackLimits.OwnWords)], FeedbackPages.WordsField));
        return store.WriteAsync<bool>(db => SaveAsync(db, claimId, input), cancellation);
    }

    private async Task<Outcome<bool>> SaveAsync(LostFoundDb db, Guid claimId, FeedbackInput input)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
        if (!claim.IsClosed)
            return new Refusal(RefusalKind.Conflict, words["feedback.still-open"]);
        var known = await db.Feedback.SingleOrDefaultAsync(f => f.ClaimId == claimId, CancellationToken.None);
        if (known is not null && IsSame(known, input))
            return true;
        if (known is not null && !known.MayBeChanged(claim.ClosedAt, now))
            return new Refusal(RefusalKind.Conflict, words["feedback.stands"]);
        var feedback = known ?? db.Feedback.Add(new GuestFeedback { ClaimId = claimId, Rating = input.Rating, GivenAt = now }).Entity;
        if (known is not null)
            feedback.ChangedAt = now;
        feedback.Rating = input.Rating;
        if (input.Whole)
            (feedback.Reasons, feedback.OwnWords) = (input.Reasons, input.OwnWords);
        if (feedback is { IsBad: true, CallBackDue: null })
            await PromiseCallAsync(db, claim, feedback, now);
        db.Announce(Topics.Claim(claimId), now, claim.Version);
        db.Announce(Topics.Board, now);
        return true;
    }

    private async Task PromiseCallAsync(LostFoundDb db, Claim claim, GuestFeedback feedback, DateTime now)
    {
        if (!vault.OpenContact(claim.Contact).CanBeReached())
            return;
        var supervisor = await db.NameSupervisorAsync(now);
        var promise = await db.CallBackAsync(claim, PromiseCause.BadRating, nextWord.CallBack(now), now, supervisor);
        // Desk and board show it from now on: the call is best made while the guest still thinks of it.
        promise.RaisedAt ??= now;
        // One that was promised before may be nearer, and somebody else's.
        (feedback.CallBackDue, feedback.CallBackBy) = (promise.DueAt, promise.SupervisorName);
        db.TellOf(claim, promise, ClaimEventKind.CallPromised, now);
    }

    private static bool IsSame(GuestFeedback known, FeedbackInput input) => known.Rating == input.Rating
        && (!input.Whole || (known.OwnWords == input.OwnWords && known.Reasons.SequenceEqual(input.Reasons, StringComparer.Ordinal)));
}

public static class ContactReach
{
    public static bool CanBeReached(this Contact contact) => contact.Phone.Length > 0 || contact.Email.Length > 0;
}
