using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Retention;

namespace LostFound.Web.Tests.Features.Retention;

/// <summary>London 2026: Saturdays close at half past midnight, days break at five, clocks change on 29 March and 25 October.</summary>
public sealed class RetentionDueTests
{
    private static readonly DayHours Weekday = new(new TimeOnly(10, 0), new TimeOnly(20, 0));
    private static readonly VenueClock Clock = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
        new OpeningHours(Weekday, Weekday, Weekday, Weekday, Weekday, new(new TimeOnly(9, 0), new TimeOnly(0, 30), AfterMidnight: true), Weekday));

    [Theory]
    [InlineData("2026-07-04 14:00", 1, "2026-07-04", "2026-07-05 04:00", "food: thrown away the same evening")]
    [InlineData("2026-07-04 23:20", 1, "2026-07-04", "2026-07-05 04:00", "twenty past midnight still is Saturday's night")]
    [InlineData("2026-07-05 03:59", 1, "2026-07-04", "2026-07-05 04:00", "found while cleaning, a minute before five")]
    [InlineData("2026-07-05 04:00", 1, "2026-07-05", "2026-07-06 04:00", "five in the morning is a new day")]
    [InlineData("2026-07-04 14:00", 7, "2026-07-10", "2026-07-11 04:00", "a week, the first day included")]
    [InlineData("2026-03-28 12:00", 1, "2026-03-28", "2026-03-29 04:00", "the clocks go forward in this night: five is an hour earlier in UTC")]
    [InlineData("2026-03-27 12:00", 3, "2026-03-29", "2026-03-30 04:00", "across the change")]
    [InlineData("2026-10-24 12:00", 1, "2026-10-24", "2026-10-25 05:00", "the clocks go back in this night")]
    [InlineData("2026-08-01 12:00", 90, "2026-10-29", "2026-10-30 05:00", "found in summer time, due in winter time")]
    public void Days_are_the_venues_business_days(string foundUtc, int days, string last, string endsUtc, string why)
    {
        var due = RetentionDue.Of(Utc(foundUtc), days, Clock);

        Assert.True((DateOnly.Parse(last, CultureInfo.InvariantCulture), Utc(endsUtc)) == (due.LastDay, due.EndsUtc), $"{why}: {due}");
    }

    [Theory]
    [InlineData("2026-07-09 22:59", RetentionState.Kept)]
    [InlineData("2026-07-10 03:59", RetentionState.Kept)]
    [InlineData("2026-07-10 04:00", RetentionState.DueToday)]
    [InlineData("2026-07-11 03:59", RetentionState.DueToday)]
    [InlineData("2026-07-11 04:00", RetentionState.Overdue)]
    public void It_is_due_on_its_last_day_and_overdue_when_that_day_ends(string nowUtc, RetentionState expected) =>
        Assert.Equal(expected, RetentionDue.Of(Utc("2026-07-04 14:00"), 7, Clock).At(Utc(nowUtc), Clock));

    [Fact]
    public void What_the_list_asks_the_database_for_is_exactly_what_is_due()
    {
        var start = Utc("2026-01-01 00:00");
        var dice = new Random(20260704);
        for (var i = 0; i < 5000; i++)
        {
            var (found, now, days) = (start.AddMinutes(dice.Next(525_600)), start.AddMinutes(dice.Next(525_600)), dice.Next(1, 120));
            var isDue = RetentionDue.Of(found, days, Clock).At(now, Clock) != RetentionState.Kept;
            Assert.True(isDue == found < RetentionDue.FoundBefore(Clock.BusinessDay(now), days, Clock), $"found {found:u}, kept {days} days, asked {now:u}");
        }
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
