using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.ParkDay.Report;
using Xunit;
using Span = LostFound.ParkDay.Measures.Span;

namespace LostFound.ParkDay.Tests;

/// <summary>The two desks on the default day.</summary>
public class DesksTests(PlayedOnce once)
{
    private readonly PlayedDay day = once.Played.Days[0];

    [Fact]
    public void Played_again_it_is_the_same_table_figures_and_picture()
    {
        var again = Comparison.Play(PlayedOnce.Seed, days: 1, daysBefore: PlayedOnce.DaysBefore);

        Assert.Equal(AsTable(once.Played), AsTable(again));
        Assert.Equal(JsonReport.Of(once.Played), JsonReport.Of(again));
        Assert.Equal(DayPlot.Of(day), DayPlot.Of(again.Days[0]));
    }

    [Fact]
    public void A_later_day_brings_the_same_losses_to_a_desk_that_has_learnt_one_day_more()
    {
        var second = Comparison.Play(PlayedOnce.Seed - 1, days: 2, daysBefore: PlayedOnce.DaysBefore).Days[1];

        Assert.Equal(day.Day.Guests, second.Day.Guests);
        Assert.Equal(day.Paper.Stood, second.Paper.Stood);
        Assert.NotEqual(day.Line.Outcomes, second.Line.Outcomes);
    }

    [Fact]
    public void The_paper_desks_busy_hours_reach_the_storys_ninety_minutes() =>
        Assert.InRange(once.Played.Paper.StandingBusiestHour, 90, 100);

    [Fact]
    public void With_LostFound_nearly_nobody_stands_or_comes_twice_on_that_day()
    {
        Assert.True(once.Played.LostFound.StandingP95 <= 3.5, $"p95 {once.Played.LostFound.StandingP95}");
        Assert.True(once.Played.LostFound.VisitsPerGuest <= 1.05, $"visits {once.Played.LostFound.VisitsPerGuest}");
    }

    [Fact]
    public void Everybody_walks_up_to_the_paper_desk_and_each_visit_stands_once()
    {
        Assert.Equal(day.Day.Guests.Select(g => g.Number), day.Paper.Visits.Keys.Order());
        Assert.Equal(day.Paper.Visits.Values.Sum(), day.Paper.Stood.Count);
        Assert.Equal(day.Paper.Visits.Values.Sum(), day.Paper.Busy.Count + day.Paper.GaveUp);
    }

    [Fact]
    public void Each_visit_to_LostFound_stands_once_and_every_thing_that_is_known_reaches_its_owner()
    {
        Assert.Equal(day.LostFound.Visits.Values.Sum(), day.LostFound.Stood.Count);
        Assert.Equal(day.Day.Guests.Count(g => g.HandedInAt is not null), day.LostFound.Back.Count + day.LostFound.Posted);
    }

    [Fact]
    public void Work_is_conserved_no_counter_is_idle_while_somebody_waits()
    {
        Assert.Empty(IdleMinutes(day.Paper, day.Paper.Stood));
        Assert.Empty(IdleMinutes(day.LostFound, day.LostFound.Elsewhere));
    }

    [Fact]
    public void Never_are_more_at_the_counters_than_are_open_except_who_is_finished_when_one_closes()
    {
        var most = day.Day.Plan.MostOpen;
        foreach (var log in new[] { day.Paper, day.LostFound })
        {
            Assert.All(log.Busy, began => Assert.True(
                Count(log.Busy, began.From) <= Math.Max(day.Day.Plan.OpenAt(began.From), 1) && Count(log.Busy, began.From) <= most));
        }
    }

    [Fact]
    public void Fewer_counters_for_LostFound_leave_the_paper_desk_as_it_was()
    {
        var one = Comparison.Play(PlayedOnce.Seed, days: 1, mostCounters: 1, daysBefore: 1);

        Assert.Equal(day.Paper.Stood, one.Days[0].Paper.Stood);
        Assert.True(one.Line.MedianWait > once.Played.Line.MedianWait);
        Assert.All(one.Days[0].LostFound.Busy, busy => Assert.Equal(1, Count(one.Days[0].LostFound.Busy, busy.From)));
    }

    private List<DateTime> IdleMinutes(DeskLog log, IReadOnlyList<Span> waiting) =>
    [
        .. Enumerable.Range(0, 26 * 60 * 4).Select(quarter => ParkHours.Opens.AddSeconds(quarter * 15))
            .Where(at => Count(waiting, at) > 0 && Count(log.Busy, at) < day.Day.Plan.OpenAt(at)),
    ];

    private static int Count(IReadOnlyList<Span> spans, DateTime at) => spans.Count(s => s.From <= at && at < s.Until);

    private static string AsTable(Comparison played)
    {
        using var text = new StringWriter();
        Table.Print(played, text);
        return text.ToString();
    }
}
