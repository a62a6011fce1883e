using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>
/// When guests usually join a desk's line, learnt from its past days. A new desk begins with a guess: as many as a small
/// desk has, few in the morning and most before closing. The guess counts as two days, so a week of one's own outweighs it.
/// </summary>
public sealed class TypicalArrivals(Store store, ConfigStore config)
{
    private const double GuessedDays = 2;
    private const double GuessedGuests = 40;
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private readonly Lock guard = new();
    private readonly Dictionary<string, (DateOnly Day, TypicalDay Typical)> learnt = new(StringComparer.Ordinal);

    /// <summary>Learnt once a business day: the past doesn't change during it.</summary>
    public async Task<TypicalDay> HandleAsync(string desk, DateTime now)
    {
        var venue = config.Current;
        var today = venue.Clock.BusinessDay(now);
        lock (guard)
        {
            if (learnt.TryGetValue(desk, out var known) && known.Day == today)
                return known.Typical;
        }
        var since = now - QueueLimits.Measured;
        var past = await store.ReadAsync(db => db.Tickets
            .Where(t => t.Desk == desk && t.Day < today && t.JoinedAt >= since && t.BookedFor == null)
            .Select(t => new { t.Day, t.Lane, t.JoinedAt }).ToListAsync());
        var typical = Mix(Guess(venue, today), past.Select(t => (t.Lane, t.JoinedAt)), past.Select(t => t.Day).Distinct().Count(), venue.TimeZone);
        lock (guard)
            learnt[desk] = (today, typical);
        return typical;
    }

    /// <summary>Today's finished quarters, the empty ones too, from opening on.</summary>
    public async Task<IReadOnlyList<CountedArrivals>> SoFarAsync(string desk, DateTime now)
    {
        var clock = config.Current.Clock;
        var today = clock.BusinessDay(now);
        var start = Floor(clock.OpeningOn(today)?.OpensUtc ?? clock.BusinessDayStart(today));
        var joined = await store.ReadAsync(db => db.Tickets
            .Where(t => t.Desk == desk && t.JoinedAt >= start && t.BookedFor == null).Select(t => new { t.Lane, t.JoinedAt }).ToListAsync());
        var counted = joined.CountBy(t => (From: Floor(t.JoinedAt), t.Lane)).ToDictionary();
        var soFar = new List<CountedArrivals>();
        for (var from = start; from + Quarter <= now; from += Quarter)
            soFar.AddRange(Enum.GetValues<Lane>().Select(lane => new CountedArrivals(from, lane, counted.GetValueOrDefault((from, lane)))));
        return soFar;
    }

    internal static TypicalDay Mix(IReadOnlyDictionary<(Lane Lane, int Quarter), double> guess, IEnumerable<(Lane Lane, DateTime At)> joined, int days, TimeZoneInfo zone)
    {
        var sums = joined.CountBy(t => (t.Lane, Quarter: QuarterOf(t.At, zone))).ToDictionary();
        var keys = guess.Keys.Union(sums.Keys);
        return new TypicalDay(keys.ToDictionary(key => key, key => ((guess.GetValueOrDefault(key) * GuessedDays) + sums.GetValueOrDefault(key)) / (GuessedDays + days)), zone);
    }

    private static Dictionary<(Lane, int), double> Guess(VenueConfig venue, DateOnly day)
    {
        // On a closed day nobody is expected, and who comes all the same is counted.
        if (venue.Clock.OpeningOn(day) is not { } opening)
            return [];
        var quarters = new List<(int Quarter, double Weight)>();
        for (var at = Floor(opening.OpensUtc); at < opening.ClosesUtc; at += Quarter)
            quarters.Add((QuarterOf(at, venue.TimeZone), Weight((at - opening.OpensUtc) / (opening.ClosesUtc - opening.OpensUtc))));
        var all = quarters.Sum(q => q.Weight);
        return quarters.DistinctBy(q => q.Quarter).SelectMany(q => Enum.GetValues<Lane>().Select(lane => (Key: (lane, q.Quarter), Mean: GuessedGuests * q.Weight / all * Share(lane))))
            .ToDictionary(q => q.Key, q => q.Mean);
    }

    /// <summary>Twice as many towards the end as on average, and a little less in the very last hour.</summary>
    private static double Weight(double partOfDay) => partOfDay > 0.93 ? 1.2 : 0.4 + (1.6 * partOfDay * partOfDay);

    private static double Share(Lane lane) => lane switch
    {
        Lane.Report => 0.5,
        Lane.Collect => 0.46,
        Lane.SecondContact => 0.04,
    };

    private static int QuarterOf(DateTime utc, TimeZoneInfo zone) => (int)(TimeZoneInfo.ConvertTimeFromUtc(utc, zone).TimeOfDay / Quarter);

    private static DateTime Floor(DateTime utc) => new(utc.Ticks - (utc.Ticks % Quarter.Ticks), DateTimeKind.Utc);
}
