using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Notifications;

/// <summary>When something may be sent. All instants are UTC, all rules go by the venue's clock.</summary>
internal static class SendingTimes
{
    /// <summary>
    /// Now, or the next moment at which a guest may be told: never in quiet hours, a "come and collect" neither, and
    /// never more than the venue's limit on one day, whose last message is kept for what needs the guest.
    /// </summary>
    public static DateTime Earliest(VenueConfig venue, DateTime nowUtc, bool needsGuest, int sentToday)
    {
        var most = venue.Notifications.MostPerDay;
        var limit = needsGuest ? most : Math.Max(1, most - 1);
        return sentToday < limit ? AfterQuiet(venue, nowUtc) : AfterQuiet(venue, DayStart(venue, nowUtc).AddDays(1));
    }

    /// <summary>Midnight at the venue, as the guest counts days.</summary>
    public static DateTime DayStart(VenueConfig venue, DateTime nowUtc) => venue.Clock.Utc(venue.LocalTime(nowUtc).Date);

    /// <summary>
    /// How long after an attempt the next may come: doubled each time, and spread by a quarter either way, so that what
    /// failed together does not come back together. The spread follows from the id: the same at every look.
    /// </summary>
    public static TimeSpan WaitAfter(int attempt, Guid id)
    {
        var wait = NotificationLimits.FirstWait * Math.Pow(2, Math.Min(attempt - 1, 16));
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var spread = (bytes[15] + 97 * attempt) % 256 / 255.0;
        return (wait < NotificationLimits.LongestWait ? wait : NotificationLimits.LongestWait) * (0.75 + spread / 2);
    }

    private static DateTime AfterQuiet(VenueConfig venue, DateTime utc)
    {
        var quiet = venue.Notifications.QuietHours;
        var local = venue.LocalTime(utc);
        if (!quiet.Hold(TimeOnly.FromDateTime(local)))
            return utc;
        var endsTomorrow = quiet.From > quiet.To && TimeOnly.FromDateTime(local) >= quiet.From;
        return venue.Clock.Utc(local.Date.AddDays(endsTomorrow ? 1 : 0) + quiet.To.ToTimeSpan());
    }
}
