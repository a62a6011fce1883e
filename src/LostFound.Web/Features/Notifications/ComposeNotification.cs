using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Notifications.Senders;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications;

/// <summary>
/// Words a notification as things stand when it is sent, in the guest's language: a question that was answered
/// meanwhile is no news any more. Holds nothing of any item, like the page that it leads to.
/// </summary>
public sealed class ComposeNotification(ContactVault vault, Words words, ConfigStore config, TimeProvider clock)
{
    /// <summary>Null when nothing is left to tell.</summary>
    public async Task<OutgoingMessage?> HandleAsync(LostFoundDb db, Claim claim, Notification notification)
    {
        var news = await NewsAsync(db, claim, notification);
        if (news.Count == 0)
            return null;
        var venue = config.Current;
        var contact = vault.OpenContact(claim.Contact);
        var to = notification.Channel switch
        {
            NotificationChannel.Email => contact.Email,
            NotificationChannel.Sms => contact.Phone,
        };
        var link = claim.Link is { } box ? venue.Venue.PublicUrl + new ClaimToken(vault.OpenText(box)).Address : null;
        return new OutgoingMessage(notification.Id, to, claim.Language, venue.Venue.Name, await TextAsync(db, claim, contact, news), link);
    }

    /// <summary>Of each kind the latest, in the order of time, without what is over.</summary>
    private static async Task<List<ClaimEvent>> NewsAsync(LostFoundDb db, Claim claim, Notification notification)
    {
        if (claim.Status == ClaimStatus.Withdrawn)
            return [];
        var (first, last) = (notification.FirstEvent, notification.LastEvent);
        var events = await db.ClaimEvents.AsNoTracking().Where(e => e.ClaimId == claim.Id && e.Id >= first && e.Id <= last).OrderBy(e => e.Id).ToListAsync(CancellationToken.None);
        var unread = await db.Messages.AnyAsync(m => m.ClaimId == claim.Id && m.From == MessageFrom.Staff && m.ReadAt == null, CancellationToken.None);
        return [.. events
            .Where(e => ToldOf.Of(e.Kind).Telling != Telling.Nothing && !IsOver(e.Kind, claim, unread))
            .GroupBy(e => e.Kind).Select(kind => kind.Last()).OrderBy(e => e.Id)];
    }

    private static bool IsOver(ClaimEventKind kind, Claim claim, bool unreadMessages) => kind switch
    {
        ClaimEventKind.Asked => claim.Status != ClaimStatus.Asking,
        ClaimEventKind.ReadyToCollect or ClaimEventKind.StillHere => claim.Status != ClaimStatus.ReadyToCollect,
        ClaimEventKind.NothingYet or ClaimEventKind.BackToLooking or ClaimEventKind.ProofInPerson => !claim.IsOpen,
        ClaimEventKind.StaffWrote => !unreadMessages,
        _ => false,
    };

    private async Task<MessageText> TextAsync(LostFoundDb db, Claim claim, Contact contact, List<ClaimEvent> news)
    {
        var venue = config.Current;
        var say = words.In(claim.Language);
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime, say.Language);
        // The subject says what matters most: what needs the guest, and of that the latest.
        var main = news.FindLast(e => ToldOf.Of(e.Kind).Telling == Telling.NeedsGuest) ?? news[^1];
        var subject = say[ToldOf.Of(main.Kind).Subject, ("reference", claim.Reference)];
        var paragraphs = new List<string>();
        foreach (var e in news)
            paragraphs.Add(await ParagraphAsync(db, e, say, time));
        if (claim.IsOpen && claim.NextWordBy is { } next && next > time.NowUtc)
            paragraphs.Add(say["mail.next", ("time", time.Describe(next))]);
        return new MessageText(
            subject, say["mail.greeting", ("name", contact.Name)], paragraphs, say["mail.open-page"], say["mail.link-is-key"], say["mail.choose"],
            say["mail.signed-by", ("venue", venue.Venue.Name), ("reference", claim.Reference)],
            say["mail.short", ("venue", venue.Venue.Name), ("news", subject)]);
    }

    private static async Task<string> ParagraphAsync(LostFoundDb db, ClaimEvent e, Words say, VenueTime time)
    {
        if (e.Kind == ClaimEventKind.NothingYet)
            return e.ComparedUntil is { } until ? say["mail.nothing-yet", ("time", time.Describe(until))] : say["mail.not-compared"];
        var promise = e.PromiseId is { } id ? await db.Promises.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, CancellationToken.None) : null;
        return promise is null
            ? say[ToldOf.Of(e.Kind).Words]
            : say[ToldOf.Of(e.Kind).Words, ("time", time.Describe(promise.DueAt)), ("name", promise.SupervisorName)];
    }
}
