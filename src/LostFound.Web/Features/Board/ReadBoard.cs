using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Features.Queue.Outlook;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Live;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Board;

/// <summary>Counts everything for the board from the database.</summary>
public sealed class ReadBoard(Store store, ReadLines readLines, ConfigStore config, ChangeFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>As many as a wall's screen has room for beside the numbers.</summary>
    private const int TasksShown = 3;

    public async Task<BoardSnapshot> HandleAsync()
    {
        // Before the rows: a change after this is told again, one before it is in them.
        var sequence = feed.Latest;
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        var dayStart = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now));
        var lines = await readLines.HandleAsync();
        return await store.ReadAsync(async db =>
        {
            var open = db.Claims.Where(c => c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking);
            var promised = db.Promises.Where(p => p.Status == PromiseStatus.Open);
            var waiting = db.WaitingCandidates();
            var registered = await db.Items.Where(i => i.RegisteredAt >= dayStart).Select(i => i.RegisteredAt).ToListAsync();
            var handedOver = await db.Handovers.Where(h => h.At >= dayStart).Select(h => h.At).ToListAsync();
            return new BoardSnapshot
            {
                AsOf = now,
                Sequence = sequence,
                Zone = venue.TimeZone,
                ItemsToday = registered.Count,
                ItemsHeld = await db.Items.StillHere().CountAsync(),
                OpenClaims = await open.CountAsync(),
                ReadyToCollect = await db.Claims.CountAsync(c => c.Status == ClaimStatus.ReadyToCollect),
                CandidatesWaiting = await waiting.CountAsync(),
                LikelyClaims = await waiting.Where(k => k.Probability >= venue.Matching.SuggestThreshold).Select(k => k.ClaimId).Distinct().CountAsync(),
                HandedOverToday = handedOver.Count,
                PromisesDue = await promised.CountAsync(p => p.DueAt >= now && p.DueAt < now + Soon),
                PromisesOverdue = await promised.CountAsync(p => p.DueAt < now),
                Alarms = await db.GuestAlarmsAsync(new VenueTime(venue.TimeZone, now)),
                Oldest = await open.OrderBy(c => c.FiledAt)
                    .Select(c => new OldestClaim(c.Id, c.Reference, c.FiledAt, c.NextWordBy)).FirstOrDefaultAsync(),
                ToCheck = await db.OpenTasks().CountAsync(),
                Tasks = await db.OpenTasks().Take(TasksShown).Select(t => new TaskToCheck(t.Id, t.Words, t.ItemId)).ToListAsync(),
                Undelivered = await db.Notifications.CountAsync(n => n.State == NotificationState.Dead),
                Lines = lines,
                Hours = Hours(FirstHour(venue.Clock, now, registered, handedOver), now, registered, handedOver),
            };
        });
    }

    private static DateTime FirstHour(VenueClock clock, DateTime now, List<DateTime> registered, List<DateTime> handedOver)
    {
        var opens = clock.OpeningOn(clock.BusinessDay(now))?.OpensUtc ?? now;
        var first = registered.Concat(handedOver).Append(opens < now ? opens : now).Min();
        return LocalHour(clock.Zone, first);
    }

    private static List<HourCount> Hours(DateTime first, DateTime now, List<DateTime> registered, List<DateTime> handedOver)
    {
        var hours = new List<HourCount>();
        for (var hour = first; hour <= now; hour = hour.AddHours(1))
            hours.Add(new HourCount(hour, Within(registered, hour), Within(handedOver, hour)));
        return hours;
    }

    private static int Within(List<DateTime> times, DateTime hour) => times.Count(at => at >= hour && at < hour.AddHours(1));

    /// <summary>Whole hours are the venue's: some zones are half an hour off.</summary>
    private static DateTime LocalHour(TimeZoneInfo zone, DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return utc - local.TimeOfDay + TimeSpan.FromHours(local.Hour);
    }
}
