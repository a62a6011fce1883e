using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Notifications;

/// <summary>How one guest is told: what the venue offers, what address they gave, and what they chose.</summary>
/// <param name="MayEmail">Whether e-mail can be chosen at all; likewise <paramref name="MaySms"/>.</param>
public sealed record GuestChoices(bool MayEmail, bool MaySms, bool Email, bool Sms, bool OnlyNeeded)
{
    public bool Offered => MayEmail || MaySms;

    public bool Wants(NotificationChannel channel) => channel switch
    {
        NotificationChannel.Email => MayEmail && Email,
        NotificationChannel.Sms => MaySms && Sms,
    };

    public bool Wants(NotificationChannel channel, Telling telling) => telling switch
    {
        Telling.Nothing => false,
        Telling.News => Wants(channel) && !OnlyNeeded,
        Telling.NeedsGuest => Wants(channel),
    };

    public static async Task<GuestChoices> ReadAsync(LostFoundDb db, VenueConfig venue, Claim claim) =>
        Of(venue.Notifications, claim, await db.NotificationChoices.FindAsync(claim.Id));

    /// <summary>An address was given to be told by. A text costs the venue money, so it goes first to who gave nothing else.</summary>
    private static GuestChoices Of(NotificationsFile rules, Claim claim, NotificationChoice? chosen)
    {
        var (mayEmail, maySms) = (rules.Smtp is not null && claim.EmailIndex is not null, rules.Webhook is not null && claim.PhoneIndex is not null);
        return new GuestChoices(mayEmail, maySms, chosen?.Email ?? mayEmail, chosen?.Sms ?? !mayEmail, chosen?.OnlyNeeded ?? false);
    }
}
