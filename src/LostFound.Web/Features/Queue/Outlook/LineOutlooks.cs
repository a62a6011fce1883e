using System.Collections.Concurrent;
using LostFound.Queueing;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>A desk's next two hours, worked out at one moment.</summary>
/// <param name="Points">The line and its waits every quarter of an hour.</param>
/// <param name="CountersOpen">When it was worked out.</param>
public sealed record LineOutlook(string Desk, DateTime AsOf, IReadOnlyList<ForecastPoint> Points, Advice Advice, int CountersOpen);

/// <summary>
/// Works out the next two hours of a desk, off the callers' threads and not oftener than now and then: the simulation
/// behind it takes a while, and the future doesn't change every second. A board meanwhile shows the one of before.
/// </summary>
public sealed class LineOutlooks(TypicalArrivals typical, ConfigStore config, TimeProvider clock)
{
    public const int QuartersAhead = 8;

    /// <summary>Two calculations of one desk are at least this far apart.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(15);

    /// <summary>Older than this, callers wait for a new one.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DeskOutlook> desks = new(StringComparer.Ordinal);

    public Task<LineOutlook> CurrentAsync(LineSnapshot line)
    {
        var desk = desks.GetOrAdd(line.Desk, _ => new DeskOutlook());
        lock (desk)
        {
            var age = desk.Last is null ? TimeSpan.MaxValue : clock.GetElapsedTime(desk.StartedAt);
            // A counter that opens or closes is what the advice is about, so that is worked out at once.
            if (desk.UnderWay is null && (age > Spacing || desk.Last?.CountersOpen != line.CountersOpen))
            {
                desk.StartedAt = clock.GetTimestamp();
                desk.UnderWay = Task.Run(() => WorkOutAsync(desk, line));
            }
            return age > TooOld ? desk.UnderWay! : Task.FromResult(desk.Last!);
        }
    }

    private async Task<LineOutlook> WorkOutAsync(DeskOutlook desk, LineSnapshot line)
    {
        try
        {
            var outlook = await CalculateAsync(line);
            lock (desk)
                desk.Last = outlook;
            return outlook;
        }
        finally
        {
            lock (desk)
                desk.UnderWay = null;
        }
    }

    private async Task<LineOutlook> CalculateAsync(LineSnapshot line)
    {
        var venue = config.Current;
        var expected = Opened(ArrivalForecast.Next(
            await typical.HandleAsync(line.Desk, line.AsOf), await typical.SoFarAsync(line.Desk, line.AsOf), line.AsOf, QuartersAhead), venue.Clock);
        var limit = TimeSpan.FromMinutes(venue.Queue.Alarms.WaitMinutes);
        var times = line.History.Times;
        return new LineOutlook(
            line.Desk, line.AsOf, new LineForecast(times).Next(line.State, expected),
            new StaffingAdvice(times).Advise(line.State, expected, limit, Math.Max(venue.Desk(line.Desk)?.Counters ?? 0, line.CountersOpen)), line.CountersOpen);
    }

    /// <summary>Nobody joins after closing, whatever the other days of the week have at that hour.</summary>
    private static IReadOnlyList<ExpectedArrivals> Opened(IReadOnlyList<ExpectedArrivals> arrivals, VenueClock clock) =>
        [.. arrivals.Select(quarter => clock.IsOpen(quarter.From) ? quarter : quarter with { Expected = 0, Low = 0, High = 0 })];

    private sealed class DeskOutlook
    {
        public LineOutlook? Last { get; set; }
        public Task<LineOutlook>? UnderWay { get; set; }
        public long StartedAt { get; set; }
    }
}
