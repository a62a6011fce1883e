using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>The measured minutes of some guests: the middle one, and what nine in ten stayed under.</summary>
public readonly record struct Measured(int Count, double Median, double P90)
{
    public static Measured Of(IEnumerable<TimeSpan> times)
    {
        double[] minutes = [.. times.Select(t => Math.Max(0, t.TotalMinutes)).Order()];
        return minutes.Length == 0 ? default : new Measured(minutes.Length, At(minutes, 0.5), At(minutes, 0.9));
    }

    /// <summary>The nearest rank: of few guests it names one who was there, not a number between two.</summary>
    private static double At(double[] sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
}

/// <summary>The waits of one group of guests, each kind apart.</summary>
/// <param name="Waited">From joining, or the booked time, to the first call: mostly elsewhere.</param>
/// <param name="Walked">From the call to the desk.</param>
/// <param name="Stood">At the desk until served.</param>
/// <param name="Served">At the counter.</param>
public sealed record WaitGroup(int Joined, Measured Waited, Measured Walked, Measured Stood, Measured Served)
{
    internal static WaitGroup Of(IReadOnlyCollection<MeasuredTicket> tickets) => new(
        tickets.Count,
        Measured.Of(tickets.Select(t => t.Waited).OfType<TimeSpan>()),
        Measured.Of(tickets.Select(t => t.Walked).OfType<TimeSpan>()),
        Measured.Of(tickets.Select(t => t.Stood).OfType<TimeSpan>()),
        Measured.Of(tickets.Select(t => t.Served).OfType<TimeSpan>()));
}

/// <summary>A day of a desk's line.</summary>
/// <param name="Hours">One an hour in which somebody joined, with its lanes.</param>
/// <param name="ToldTimes">How many were told a time and it is known whether it was kept.</param>
/// <param name="Kept">How many of these were called by then.</param>
/// <param name="Left">Gave up, or didn't come.</param>
public sealed record DayWaits(
    DateOnly Day, WaitGroup All, IReadOnlyDictionary<Lane, WaitGroup> Lanes, IReadOnlyList<HourWaits> Hours, int ToldTimes, int Kept, int Left);

/// <param name="Hour">Of the day at the venue.</param>
public sealed record HourWaits(int Hour, WaitGroup All, IReadOnlyDictionary<Lane, WaitGroup> Lanes);

internal sealed record MeasuredTicket(
    Lane Lane, TicketState State, DateTime JoinedAt, DateTime? BookedFor, DateTime? FirstCalledAt, DateTime? CalledAt,
    DateTime? ArrivedAt, DateTime? StartedAt, DateTime? EndedAt, DateTime? FirstToldBy)
{
    /// <summary>A booked guest waits from the booked time on.</summary>
    public DateTime Since => BookedFor ?? JoinedAt;

    public TimeSpan? Waited => FirstCalledAt - Since;

    /// <summary>Who stood there before the call didn't walk.</summary>
    public TimeSpan? Walked => ArrivedAt > CalledAt ? ArrivedAt - CalledAt : null;

    public TimeSpan? Stood => StartedAt - ArrivedAt;
    public TimeSpan? Served => State == TicketState.Served ? EndedAt - StartedAt : null;
}

/// <summary>Reads what guests of one day waited, by lane and hour; standing at the desk apart from waiting elsewhere.</summary>
public sealed class ReadMeasuredWaits(Store store, ConfigStore config, TimeProvider clock)
{
    public DateOnly Today => config.Current.Clock.BusinessDay(clock.GetUtcNow().UtcDateTime);

    public async Task<DayWaits> HandleAsync(string desk, DateOnly day)
    {
        var (zone, now) = (config.Current.TimeZone, clock.GetUtcNow().UtcDateTime);
        var tickets = await store.ReadAsync(db => db.Tickets.Where(t => t.Desk == desk && t.Day == day)
            .Select(t => new MeasuredTicket(t.Lane, t.State, t.JoinedAt, t.BookedFor, t.FirstCalledAt, t.CalledAt, t.ArrivedAt, t.StartedAt, t.EndedAt, t.FirstToldBy)).ToListAsync());
        var told = tickets.Where(t => t.FirstToldBy is { } by && (t.FirstCalledAt is not null || by < now) && !(t.State == TicketState.Left && t.FirstCalledAt is null)).ToList();
        return new DayWaits(
            day, WaitGroup.Of(tickets), ByLane(tickets),
            [.. tickets.GroupBy(t => LocalHour(t.Since, zone)).OrderBy(hour => hour.Key).Select(hour => Hour(hour.Key.Hour, [.. hour]))],
            told.Count, told.Count(t => t.FirstCalledAt <= t.FirstToldBy), tickets.Count(t => t.State is TicketState.Left or TicketState.NoShow));
    }

    private static HourWaits Hour(int hour, List<MeasuredTicket> tickets) => new(hour, WaitGroup.Of(tickets), ByLane(tickets));

    private static DateTime LocalHour(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return local.Date.AddHours(local.Hour);
    }

    private static Dictionary<Lane, WaitGroup> ByLane(IEnumerable<MeasuredTicket> tickets) =>
        tickets.GroupBy(t => t.Lane).OrderBy(lane => lane.Key).ToDictionary(lane => lane.Key, lane => WaitGroup.Of([.. lane]));
}
