using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>What a desk's past tickets say: how long serving takes, who comes, who leaves, and how told times were kept.</summary>
public sealed record LineHistory(
    ServiceTimes Times, ToldCalibration Calibration, TimeZoneInfo Zone, double NoShowRate, double ReturnRate, double SecondContactsPerHour, double LeavesPerHour)
{
    public double Margin(DateTime now) => Calibration.Margin(TimeZoneInfo.ConvertTimeFromUtc(now, Zone).Hour);
}

/// <summary>
/// Measures a desk's past anew, at most once a minute. Nothing is remembered between two measurings but the tickets
/// themselves, so a restart forgets nothing.
/// </summary>
public sealed class MeasureLine(Store store, ConfigStore config, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock guard = new();
    private readonly Dictionary<string, (long At, LineHistory History)> measured = new(StringComparer.Ordinal);

    public async Task<LineHistory> HandleAsync(string desk)
    {
        lock (guard)
        {
            if (measured.TryGetValue(desk, out var known) && clock.GetElapsedTime(known.At) < Fresh)
                return known.History;
        }
        var started = clock.GetTimestamp();
        var history = await MeasureAsync(desk, clock.GetUtcNow().UtcDateTime);
        lock (guard)
            measured[desk] = (started, history);
        return history;
    }

    private async Task<LineHistory> MeasureAsync(string desk, DateTime now)
    {
        var since = now - QueueLimits.Measured;
        var past = await store.ReadAsync(db => db.Tickets
            .Where(t => t.Desk == desk && t.JoinedAt >= since).OrderByDescending(t => t.JoinedAt).Take(QueueLimits.MaxSamples)
            .Select(t => new Past(t.Lane, t.State, t.JoinedAt, t.BookedFor, t.CalledAt, t.FirstCalledAt, t.EndedAt, t.FirstToldBy, t.FirstToldToMinutes)).ToListAsync());
        var (called, kept, back) = await store.ReadAsync(async db =>
        {
            var events = db.TicketEvents.Where(e => e.Desk == desk && e.At >= since);
            return (await events.CountAsync(e => e.Kind == TicketEventKind.Called), await events.CountAsync(e => e.Kind == TicketEventKind.Kept), await events.CountAsync(e => e.Kind == TicketEventKind.CameBack));
        });
        var zone = config.Current.TimeZone;
        var samples = past.Where(p => p is { State: TicketState.Served, CalledAt: not null, EndedAt: not null })
            .Select(p => new ServiceSample(p.Lane, p.CalledAt!.Value, p.EndedAt!.Value - p.CalledAt.Value));
        return new LineHistory(
            ServiceTimes.Fit(samples, ServicePrior.Usual, zone), Calibrate(past, zone, now), zone,
            // With a few invented cases, so that the first no-show of a new desk isn't taken for a rule.
            NoShowRate: (kept + 1.0) / (called + 20),
            ReturnRate: (back + 1.0) / (kept + 2),
            SecondContactsPerHour: past.Count(p => p.Lane == Lane.SecondContact && p.JoinedAt > now - RateWindow) / RateWindow.TotalHours,
            LeavesPerHour: Leaves(past, now));
    }

    private static readonly TimeSpan RateWindow = TimeSpan.FromHours(2);

    /// <summary>In the order in which it became known whether the told time was kept.</summary>
    private static ToldCalibration Calibrate(List<Past> past, TimeZoneInfo zone, DateTime now)
    {
        var calibration = new ToldCalibration();
        foreach (var (told, called, _) in past.Where(p => p.FirstToldBy is not null && p.BookedFor is null)
            .Select(p => (Told: p, Called: p.FirstCalledAt <= p.FirstToldBy, KnownAt: p.FirstCalledAt < p.FirstToldBy ? p.FirstCalledAt!.Value : p.FirstToldBy!.Value))
            // Who left before either was known says nothing of the promise.
            .Where(o => o.KnownAt <= now && (o.Told.FirstCalledAt is not null || o.Told.EndedAt is null || o.Told.EndedAt >= o.Told.FirstToldBy))
            .OrderBy(o => o.KnownAt))
        {
            calibration.Record(
                new Told(told.JoinedAt, 0, told.FirstToldToMinutes, told.FirstToldBy!.Value),
                TimeZoneInfo.ConvertTimeFromUtc(told.JoinedAt, zone).Hour, called);
        }
        return calibration;
    }

    private static double Leaves(List<Past> past, DateTime now)
    {
        var inLine = past.Where(p => p.BookedFor is null).ToList();
        var hours = inLine.Sum(p => ((p.FirstCalledAt ?? p.EndedAt ?? now) - p.JoinedAt).TotalHours);
        return hours < 1 ? 0 : inLine.Count(p => p.State == TicketState.Left && p.FirstCalledAt is null) / hours;
    }

    private sealed record Past(
        Lane Lane, TicketState State, DateTime JoinedAt, DateTime? BookedFor, DateTime? CalledAt, DateTime? FirstCalledAt, DateTime? EndedAt,
        DateTime? FirstToldBy, int FirstToldToMinutes);
}
