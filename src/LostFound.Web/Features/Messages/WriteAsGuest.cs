using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// A guest writes to the desk. The claim rises in the inbox until somebody read it, and the next word becomes a
/// person's to give (PersonsTurn). Sent twice, it is there once.
/// </summary>
public sealed class WriteAsGuest(Store store, TakePictures pictures, Words words, TimeProvider clock)
{
    private const string Kind = "guest-message";

    public async Task<Outcome<Guid>> HandleAsync(Guid claimId, Guid requestId, string typed, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var text = GuestText.Clean(typed);
        if (text.Length > MessageLimits.Text)
            return new Refusal(RefusalKind.Invalid, words["messages.too-long", ("n", MessageLimits.Text)]);
        var taken = await pictures.HandleAsync(files, cancellation);
        if (!taken.Succeeded)
            return taken.Refusal;
        if (text.Length == 0 && taken.Value.Count == 0)
            return new Refusal(RefusalKind.Invalid, words["messages.empty"]);
        var language = Language.Current.Code;
        return await store.WriteAsync<Guid>(db => AddAsync(db, claimId, requestId, text, language, taken.Value), cancellation);
    }

    private async Task<Outcome<Guid>> AddAsync(LostFoundDb db, Guid claimId, Guid requestId, string text, string language, IReadOnlyList<StoredPhoto> photos)
    {
        var asked = new { claimId, text, photos = photos.Select(p => p.Hash) };
        var before = await db.AnsweredBeforeAsync(requestId, Kind, asked);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is { } answer)
            return Guid.Parse(answer);
        var now = clock.GetUtcNow().UtcDateTime;
        var message = new Message { Id = Guid.CreateVersion7(clock.GetUtcNow()), ClaimId = claimId, From = MessageFrom.Guest, Text = text, Language = language, At = now };
        message.Pictures.AddRange(photos.Select((p, i) => new MessagePicture { MessageId = message.Id, Ordinal = i + 1, Hash = p.Hash, Width = p.Width, Height = p.Height }));
        db.Messages.Add(message);
        // Whoever answers has read.
        await db.ReadByGuestAsync(claimId, now);
        await TellAsync(db, claimId, now);
        db.Remember(requestId, Kind, asked, message.Id.ToString(), now);
        return message.Id;
    }

    /// <summary>Three messages in a row are one line of the story.</summary>
    private static async Task TellAsync(LostFoundDb db, Guid claimId, DateTime now)
    {
        var last = await db.ClaimEvents.Where(e => e.ClaimId == claimId).OrderByDescending(e => e.Id).Select(e => e.Kind).FirstOrDefaultAsync(CancellationToken.None);
        if (last != ClaimEventKind.GuestWrote)
            db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = ClaimEventKind.GuestWrote });
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
        claim.Version++;
        db.Announce(Topics.Claim(claimId), now, claim.Version);
        db.Announce(Topics.Inbox, now);
    }
}
