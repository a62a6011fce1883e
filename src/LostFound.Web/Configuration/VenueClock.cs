using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Configuration;

/// <summary>One day's opening, from and until, in UTC.</summary>
/// <param name="Day">The local day on which the park opened, also after midnight.</param>
public sealed record Opening(DateOnly Day, DateTime OpensUtc, DateTime ClosesUtc);

/// <summary>The venue's wall clock and opening hours. All instants are UTC.</summary>
public sealed class VenueClock(TimeZoneInfo zone, OpeningHours hours)
{
    public TimeZoneInfo Zone => zone;

    public DateTime LocalTime(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>
    /// What a person means who writes a local time. An hour that happens twice in autumn means the first
    /// one; an hour that spring skips means the same time an hour later, so that no form can fail on it.
    /// </summary>
    public DateTime Utc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall))
        {
            var before = zone.GetUtcOffset(wall.AddDays(-1));
            return DateTime.SpecifyKind(wall - before, DateTimeKind.Utc);
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    /// <summary>The opening that belongs to a local day, or null when the park stays closed.</summary>
    public Opening? OpeningOn(DateOnly day)
    {
        var times = hours.On(day.DayOfWeek);
        if (times.Closed || times.Open is not { } open || times.Close is not { } close)
        {
            return null;
        }

        return new Opening(day, Utc(day.ToDateTime(open)), Utc(day.AddDays(times.AfterMidnight ? 1 : 0).ToDateTime(close)));
    }

    public bool IsOpen(DateTime utc) => CurrentOrNextOpening(utc).OpensUtc <= utc;

    /// <summary>The opening going on at this moment, else the next one.</summary>
    public Opening CurrentOrNextOpening(DateTime utc)
    {
        // From yesterday on: half past midnight may still belong to it. A week and a day finds every
        // opening, because the checks refuse a venue that never opens.
        var yesterday = DateOnly.FromDateTime(LocalTime(utc)).AddDays(-1);
        return Enumerable.Range(0, 9)
            .Select(ahead => OpeningOn(yesterday.AddDays(ahead)))
            .OfType<Opening>()
            .First(opening => utc < opening.ClosesUtc);
    }

    /// <summary>When one business day gives way to the next: after the last have closed up, before the first come in.</summary>
    public static readonly TimeOnly DayBreak = new(5, 0);

    /// <summary>The day that staff would name: while they close up after midnight it is still yesterday.</summary>
    public DateOnly BusinessDay(DateTime utc)
    {
        var opening = CurrentOrNextOpening(utc);
        if (opening.OpensUtc <= utc)
        {
            return opening.Day;
        }

        var local = LocalTime(utc);
        return DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) < DayBreak ? -1 : 0);
    }

    /// <summary>When a business day began (UTC): at daybreak, or when the night before closed, if that was later.</summary>
    public DateTime BusinessDayStart(DateOnly day)
    {
        var daybreak = Utc(day.ToDateTime(DayBreak));
        return OpeningOn(day.AddDays(-1)) is { } night && night.ClosesUtc > daybreak ? night.ClosesUtc : daybreak;
    }
}
