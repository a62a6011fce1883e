using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Tests.Configuration;

/// <summary>2026 in London: the clocks go forward on 29 March at 01:00 UTC, and back on 25 October at 01:00 UTC.</summary>
public class VenueClockTests
{
    private static readonly DayHours Weekday = new(new TimeOnly(10, 0), new TimeOnly(20, 0));
    private static readonly DayHours Late = new(new TimeOnly(9, 0), new TimeOnly(1, 30), AfterMidnight: true);
    private static readonly DayHours Shut = new(Closed: true);

    private readonly VenueClock _clock = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
        new OpeningHours(Shut, Weekday, Weekday, Weekday, Weekday, Late, Weekday));

    [Theory]
    [InlineData("2026-01-10 12:00", "2026-01-10 12:00")]
    [InlineData("2026-07-10 12:00", "2026-07-10 13:00")]
    [InlineData("2026-03-29 00:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 01:00", "2026-03-29 02:00")]
    [InlineData("2026-10-25 00:30", "2026-10-25 01:30")]
    [InlineData("2026-10-25 01:30", "2026-10-25 01:30")]
    public void Utc_becomes_the_time_on_the_wall(string utc, string local) => Assert.Equal(Time(local), _clock.LocalTime(Utc(utc)));

    [Theory]
    [InlineData("2026-07-10 13:00", "2026-07-10 12:00", "summer time")]
    [InlineData("2026-10-25 01:30", "2026-10-25 00:30", "twice that night: the first")]
    [InlineData("2026-10-25 02:00", "2026-10-25 02:00", "once again")]
    [InlineData("2026-03-29 01:30", "2026-03-29 01:30", "never that night: an hour later, 02:30")]
    public void The_time_on_the_wall_becomes_utc(string local, string utc, string why)
    {
        var answer = _clock.Utc(Time(local));

        Assert.True(Time(utc) == answer, $"{why}: {answer:u}");
        Assert.Equal(DateTimeKind.Utc, answer.Kind);
    }

    [Fact]
    public void Each_local_minute_of_a_year_that_exists_survives_the_way_there_and_back()
    {
        var zone = _clock.Zone;
        for (var local = Time("2026-01-01 00:00"); local.Year == 2026; local = local.AddMinutes(15))
        {
            var back = _clock.LocalTime(_clock.Utc(local));
            Assert.Equal(zone.IsInvalidTime(local) ? local.AddHours(1) : local, back);
        }
    }

    [Theory]
    [InlineData("2026-07-10 08:59", false, "2026-07-10")] // Friday, a minute before ten
    [InlineData("2026-07-10 09:00", true, "2026-07-10")]
    [InlineData("2026-07-10 19:00", false, "2026-07-10")]
    [InlineData("2026-07-11 23:15", true, "2026-07-11")] // 00:15 on Sunday, still Saturday's opening
    [InlineData("2026-07-12 00:29", true, "2026-07-11")]
    [InlineData("2026-07-12 00:30", false, "2026-07-11")] // closing up
    [InlineData("2026-07-12 03:59", false, "2026-07-11")]
    [InlineData("2026-07-12 04:00", false, "2026-07-12")] // five in the morning
    [InlineData("2026-07-13 12:00", false, "2026-07-13")] // Mondays are closed
    public void Hours_after_midnight_belong_to_the_day_that_opened(string utc, bool open, string day)
    {
        Assert.Equal(open, _clock.IsOpen(Utc(utc)));
        Assert.Equal(DateOnly.FromDateTime(Time(day + " 00:00")), _clock.BusinessDay(Utc(utc)));
    }

    [Fact]
    public void A_business_day_begins_at_daybreak() =>
        Assert.Equal(Utc("2026-07-12 04:00"), _clock.BusinessDayStart(new DateOnly(2026, 7, 12)));

    [Fact]
    public void After_closing_the_next_opening_skips_closed_days()
    {
        var opening = _clock.CurrentOrNextOpening(Utc("2026-07-12 19:00"));

        Assert.Equal(new Opening(new DateOnly(2026, 7, 14), Utc("2026-07-14 09:00"), Utc("2026-07-14 19:00")), opening);
        Assert.Null(_clock.OpeningOn(new DateOnly(2026, 7, 13)));
    }

    [Fact]
    public void On_the_night_the_clocks_go_back_closing_is_the_first_half_past_one() =>
        Assert.Equal(Utc("2026-10-25 00:30"), _clock.OpeningOn(new DateOnly(2026, 10, 24))!.ClosesUtc);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(Time(text), DateTimeKind.Utc);
}
