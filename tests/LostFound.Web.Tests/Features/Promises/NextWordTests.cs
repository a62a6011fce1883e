using LostFound.ParkDay.LostFoundDesk;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Promises;
using Xunit;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>At the shipped venue: London in July (UTC+1), Saturday 09:00-00:30, Sunday 09:00-21:00, Monday 10:00-20:00.</summary>
public sealed class NextWordTests
{
    private static readonly ConfigStore Config = ConfigStore.LoadOrExplain(Path.Combine(AppContext.BaseDirectory, "kiosk-config"), TextWriter.Null)
        ?? ConfigStore.LoadOrExplain(ConfigFolder.Find(new Microsoft.Extensions.Configuration.ConfigurationManager()), Console.Error)!;

    private static readonly NextWord Next = new(Config);

    [Theory]
    [InlineData("2026-07-04T15:00", "2026-07-04T19:00", "within four hours")]
    [InlineData("2026-07-04T15:02", "2026-07-04T19:05", "rounded up to five minutes")]
    [InlineData("2026-07-05T20:30", "2026-07-05T22:00", "an hour after closing at the latest")]
    [InlineData("2026-07-05T00:10", "2026-07-05T01:30", "after midnight, the evening before still counts")]
    [InlineData("2026-07-05T03:00", "2026-07-05T13:00", "at night, counted from the opening")]
    [InlineData("2026-07-05T23:00", "2026-07-06T14:00", "after closing, counted from the next opening")]
    public void The_first_word_falls_when_somebody_is_at_work(string filed, string expected, string why) =>
        Assert.True(Utc(expected) == Next.First(Utc(filed)), $"{why}: {Config.Current.LocalTime(Next.First(Utc(filed)))}");

    [Theory]
    [InlineData("2026-07-04T19:00", "2026-07-05T19:00")]
    [InlineData("2026-07-04T23:30", "2026-07-06T11:00")]
    [InlineData("2026-07-04T19:01", "2026-07-05T19:05")]
    public void The_word_after_that_comes_a_day_later_while_the_venue_is_open(string told, string expected) =>
        Assert.Equal(Utc(expected), Next.FollowUp(Utc(told)));

    [Fact]
    public void A_closed_day_is_stepped_over()
    {
        var venue = Config.Current;
        var closed = new VenueClock(venue.TimeZone, venue.Venue.OpeningHours with { Sunday = new DayHours(Closed: true) });

        Assert.Equal(DayOfWeek.Monday, closed.CurrentOrNextOpening(Utc("2026-07-05T12:00")).Day.DayOfWeek);
    }

    [Fact]
    public void In_every_minute_of_a_week_the_promise_lies_ahead_on_a_round_time_near_opening_hours()
    {
        var start = Utc("2026-07-01T00:00");
        var rules = Config.Current.Promises;
        for (var minute = 0; minute < 7 * 24 * 60; minute++)
        {
            var now = start.AddMinutes(minute).AddSeconds(minute % 60);
            foreach (var word in new[] { Next.First(now), Next.FollowUp(now) })
            {
                Assert.True(word > now, $"{now:O} → {word:O}");
                Assert.Equal(0, word.Ticks % TimeSpan.FromMinutes(5).Ticks);
                var justBefore = word.AddMinutes(-rules.FirstUpdate.LatestMinutesAfterClosing - 5);
                Assert.True(Config.Current.Clock.IsOpen(word.AddMinutes(-5)) || Config.Current.Clock.IsOpen(justBefore), $"{now:O} → {word:O} is out of hours");
            }
        }
    }

    [Fact]
    public void The_simulated_day_is_played_with_the_lead_times_that_a_venue_is_shipped_with()
    {
        var shipped = Config.Current.Promises;

        Assert.Equal(
            (PromiseAssumptions.FirstWithinHours, PromiseAssumptions.AfterClosingMinutes, PromiseAssumptions.FollowUpHours),
            (shipped.FirstUpdate.WithinHours, shipped.FirstUpdate.LatestMinutesAfterClosing, shipped.FollowUp.EveryHours));
        Assert.Equal(
            (PromiseAssumptions.CallBackWithinHours, PromiseAssumptions.BeforeClosingMinutes, PromiseAssumptions.AheadMinutes, PromiseAssumptions.AtRiskMinutes),
            (shipped.CallBack.WithinHours, shipped.CallBack.BeforeClosingMinutes, shipped.AheadMinutes, shipped.AtRiskMinutes));
    }

    private static DateTime Utc(string local) => Config.Current.Clock.Utc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
}
