using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
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
        return new OutgoingMessage(notification.Id, to, claim.Language, venue.Venue.Name, Text(venue, claim, contact, news), link);
    }

    /// <summary>Of each kind the latest, in the order of time, without what is over.</summary>
    private static async Task<List<ClaimEvent>> NewsAsync(LostFoundDb db, Claim claim, Notification notification)
    {
        if (claim.Status == ClaimStatus.Withdrawn)
            return [];
        var (first, last) = (notification.FirstEvent, notification.LastEvent);
        var events = await db.ClaimEvents.AsNoTracking().Where(e => e.ClaimId == claim.Id && e.Id >= first && e.Id <= last).OrderBy(e => e.Id).ToListAsync(CancellationToken.None);
        var unread = await db.Messages.AnyAsync(m => m.ClaimId == claim.Id && m.From == Messages.MessageFrom.Staff && m.ReadAt == null, CancellationToken.None);
        return [.. events
            .Where(e => ToldOf.Of(e.Kind) != Telling.Nothing && !IsOver(e.Kind, claim, unread))
            .GroupBy(e => e.Kind).Select(kind => kind.Last()).OrderBy(e => e.Id)];
    }

    private static bool IsOver(ClaimEventKind kind, Claim claim, bool unreadMessages) => (kind, claim.Status) switch
    {
        (ClaimEventKind.Asked, not ClaimStatus.Asking) => true,
        (ClaimEventKind.ReadyToCollect, not ClaimStatus.ReadyToCollect) => true,
        (ClaimEventKind.NothingYet or ClaimEventKind.BackToLooking or ClaimEventKind.ProofEnded, _) => !claim.IsOpen,
        (ClaimEventKind.StaffWrote, _) => !unreadMessages,
        _ => false,
    };

    private MessageText Text(VenueConfig venue, Claim claim, Contact contact, List<ClaimEvent> news)
    {
        var say = words.In(claim.Language);
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime, CultureInfo.GetCultureInfo(claim.Language));
        // The subject says what matters most: what needs the guest, and of that the latest.
        var main = news.FindLast(e => ToldOf.Of(e.Kind) == Telling.NeedsGuest) ?? news[^1];
        var subject = say[$"mail.subject{main.Kind}", ("reference", claim.Reference)];
        var paragraphs = news.ConvertAll(e => e switch
        {
            { Kind: ClaimEventKind.NothingYet, ComparedUntil: { } until } => say["mail.toldNothingYet", ("time", time.Describe(until))],
            { Kind: ClaimEventKind.NothingYet } => say["mail.toldNotCompared"],
            _ => say[$"mail.told{e.Kind}"],
        });
        if (claim.IsOpen && claim.NextWordBy is { } next && next > time.NowUtc)
            paragraphs.Add(say["mail.next", ("time", time.Describe(next))]);
        return new MessageText(
            subject, say["mail.greeting", ("name", contact.Name)], paragraphs, say["mail.openPage"], say["mail.linkIsKey"], say["mail.choose"],
            say["mail.signedBy", ("venue", venue.Venue.Name), ("reference", claim.Reference)],
            say["mail.short", ("venue", venue.Venue.Name), ("news", subject)]);
    }
}
