using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>Staff write to a guest, in their own words or by a quick reply. It counts as word: the promise before it is kept.</summary>
public sealed class WriteToGuest(Store store, NextWord nextWord, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "staff-message";

    /// <param name="quickReply">A key of quick-replies.json; empty for one's own words.</param>
    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, Guid requestId, string typed, string quickReply, Actor by, CancellationToken cancellation)
    {
        var reply = config.Current.Files.QuickReplies.Replies.FirstOrDefault(r => r.Key == quickReply);
        if (quickReply.Length > 0 && reply is null)
            return new Refusal(RefusalKind.Invalid, "This quick reply was taken out of the list meanwhile. Write it in your own words.", MessagePages.TextField);
        var text = reply?.Text ?? GuestText.Clean(typed);
        if (text.Length == 0)
            return new Refusal(RefusalKind.Invalid, "Write a message, or choose a quick reply", MessagePages.TextField);
        if (text.Length > MessageLimits.Text)
            return new Refusal(RefusalKind.Invalid, $"A message can have {MessageLimits.Text} characters, and this has {text.Length}", MessagePages.TextField);
        return await store.WriteAsync<Guid>(db => AddAsync(db, claimId, requestId, text, reply?.Key, by), cancellation);
    }

    private async Task<Outcome<Guid>> AddAsync(LostFoundDb db, Guid claimId, Guid requestId, string text, string? reply, Actor by)
    {
        var asked = new { claimId, text, reply };
        var before = await db.AnsweredBeforeAsync(requestId, Kind, asked);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is { } answer)
            return Guid.Parse(answer);
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, CancellationToken.None) is not { } claim)
            return new Refusal(RefusalKind.NotFound, "There is no such claim.");
        var now = clock.GetUtcNow().UtcDateTime;
        var message = new Message
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            ClaimId = claimId,
            From = MessageFrom.Staff,
            StaffId = by.StaffId,
            Text = text,
            Language = "en",
            QuickReply = reply,
            At = now,
        };
        db.Messages.Add(message);
        // Whoever answers has read.
        await db.ReadByStaffAsync(claimId, by, now);
        await db.GiveWordInWritingAsync(claim, ClaimEventKind.StaffWrote, nextWord, now, by);
        db.Remember(requestId, Kind, asked, message.Id.ToString(), now);
        return message.Id;
    }
}

internal static class WordInWriting
{
    /// <summary>The guest reads something from a person now: the promise is kept, the next one made, everybody who watches is told.</summary>
    public static async Task GiveWordInWritingAsync(this LostFoundDb db, Claim claim, ClaimEventKind kind, NextWord nextWord, DateTime now, Actor by)
    {
        if (claim.Status.OwesWord())
            await db.NextWordAsync(claim, claim.Status == ClaimStatus.ReadyToCollect ? nextWord.Reminder(now) : nextWord.FollowUp(now), now, PromiseCause.Told, by);
        claim.Version++;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = kind, NextWordBy = claim.NextWordBy });
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
    }
}
