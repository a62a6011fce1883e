using LostFound.ParkDay.Day;
using Xunit;

namespace LostFound.ParkDay.Tests;

/// <summary>The day itself, before any desk.</summary>
public class LostDayTests
{
    [Fact]
    public void The_same_seed_is_the_same_day_to_the_last_guest()
    {
        var first = new LostDay(7);
        var again = new LostDay(7);

        Assert.Equal(first.Guests, again.Guests);
        Assert.Equal(first.Plan.Changes, again.Plan.Changes);
        Assert.NotEqual(first.Guests, new LostDay(8).Guests);
    }

    [Fact]
    public void A_draw_more_for_one_purpose_changes_nothing_for_another()
    {
        var day = new LostDay(7);
        var guest = day.Guests[0];
        var untouched = day.Draws(Purpose.Walking, guest);
        var spent = day.Draws(Purpose.Collecting, guest);
        for (var i = 0; i < 10; i++)
            spent.Uniform();

        Assert.Equal(untouched.Uniform(), day.Draws(Purpose.Walking, guest).Uniform());
    }

    [Fact]
    public void Numbers_have_the_shape_they_claim()
    {
        var draws = new Draws(1, Purpose.Pace);
        var normal = Enumerable.Range(0, 20_000).Select(_ => draws.Normal()).ToList();
        var median = Enumerable.Range(0, 20_001).Select(_ => draws.Minutes(new LogNormal(5, 0.5)).TotalMinutes).Order().ElementAt(10_000);

        Assert.InRange(normal.Average(), -0.03, 0.03);
        Assert.InRange(normal.Average(x => x * x), 0.96, 1.04);
        Assert.InRange(median, 4.9, 5.1);
    }

    [Fact]
    public void Guests_come_at_the_rate_of_the_hour_and_most_in_the_evening()
    {
        const int days = 60;
        var byHour = Enumerable.Range(0, days).SelectMany(seed => new LostDay(seed).Guests).CountBy(g => g.TurnsToUsAt.Hour).ToDictionary();

        foreach (var hour in new[] { 12, 15, 19, 20 })
        {
            var expected = Enumerable.Range(0, 60).Average(minute => Assumptions.Arrivals.RateAt(hour + minute / 60.0)) * days;
            Assert.InRange(byHour[hour], expected - 4 * Math.Sqrt(expected), expected + 4 * Math.Sqrt(expected));
        }
        Assert.Equal(20, byHour.MaxBy(h => h.Value).Key);
    }

    [Fact]
    public void Nothing_is_found_before_it_was_lost_and_the_flume_is_searched_after_closing()
    {
        var guests = Enumerable.Range(0, 30).SelectMany(seed => new LostDay(seed).Guests).ToList();
        var afterClosing = guests.Count(g => g.HandedInAt > ParkHours.Closes);

        Assert.All(guests, guest =>
        {
            Assert.True(guest.LostAt <= guest.TurnsToUsAt);
            Assert.True(guest.HandedInAt is null || guest.HandedInAt >= guest.LostAt);
            Assert.True(guest.LeavesAt > guest.TurnsToUsAt);
        });
        Assert.InRange((double)guests.Count(g => g.HandedInAt is not null) / guests.Count, Assumptions.HandedIn - 0.03, Assumptions.HandedIn + 0.03);
        Assert.InRange((double)afterClosing / guests.Count, 0.05, 0.35);
    }
}
