using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

public class StaffingAdviceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly StaffingAdvice Staffing = new(Lines.Times);

    [Fact]
    public void A_plan_that_is_enough_is_left_alone() =>
        Assert.Equal(new Advice(0, Lines.Now, Limit, Enough: true), Staffing.Advise(Lines.Of(2, 3), Rush(2, 2), Limit, 6));

    [Fact]
    public void Before_a_rush_one_more_counter_is_wanted_in_time()
    {
        var advice = Staffing.Advise(Lines.Of(0, 2), Rush(3, 9), Limit, 6);
        Assert.True(advice is { OpenMore: > 0, Enough: true });
        Assert.InRange(advice.By, Lines.Now.AddMinutes(15), Lines.Now.AddMinutes(90));
        Assert.Equal(0, advice.By.Minute % 5);
    }

    [Fact]
    public void What_no_number_can_hold_is_said_with_what_can_be_held()
    {
        var advice = Staffing.Advise(Lines.Of(60, 2), Rush(5, 5), Limit, 3);
        Assert.True(advice is { Enough: false, OpenMore: 1 });
        Assert.Equal(Lines.Now, advice.By);
        Assert.True(advice.KeepsUnder > Limit);
    }

    [Fact]
    public void The_plan_s_own_changes_are_kept()
    {
        var planned = Lines.Of(0, 2) with { Plan = [new CounterChange(Lines.Now.AddMinutes(50), 4)] };
        Assert.Equal(0, Staffing.Advise(planned, Rush(3, 7), Limit, 6).OpenMore);
        Assert.True(Staffing.Advise(planned with { Plan = [] }, Rush(3, 7), Limit, 6).OpenMore > 0);
    }

    /// <summary>Brute force: no smaller number holds the limit at any time, and the advised one doesn't when opened later.</summary>
    [Fact]
    public void The_advice_is_the_fewest_counters_at_the_latest_time()
    {
        var story =
            from waiting in Gen.Choose(0, 8)
            from counters in Gen.Choose(1, 3)
            from early in Gen.Choose(1, 4)
            from late in Gen.Choose(3, 9)
            select (waiting, counters, early, late);
        Prop.ForAll(story.ToArbitrary(), one => Minimal(Lines.Of(one.waiting, one.counters), Rush(one.early, one.late)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4));
    }

    private static void Minimal(LineState state, IReadOnlyList<ExpectedArrivals> arrivals)
    {
        const int most = 6;
        var times = Enumerable.Range(0, 12).Select(at => state.Now.AddMinutes(10 * at)).ToList();
        bool Holds(int more, DateTime by) => Staffing.Worst(state, arrivals, more, by, most) <= Limit;
        var advice = Staffing.Advise(state, arrivals, Limit, most);
        if (advice.Enough)
            Assert.True(Holds(advice.OpenMore, advice.By));
        var fewer = advice.Enough ? advice.OpenMore : most - state.Counters.Count + 1;
        Assert.DoesNotContain(Enumerable.Range(0, fewer), more => times.Exists(by => Holds(more, by)));
        if (advice is { Enough: true, OpenMore: > 0 })
            Assert.DoesNotContain(times.Where(by => by > advice.By), by => Holds(advice.OpenMore, by));
    }

    /// <summary>Arrivals a quarter: few in the first hour, many in the second.</summary>
    private static List<ExpectedArrivals> Rush(double early, double late) =>
    [
        .. from quarter in Enumerable.Range(0, 8)
           let mean = quarter < 4 ? early : late
           from lane in new[] { Lane.Report, Lane.Collect }
           select new ExpectedArrivals(Lines.Now.AddMinutes(15 * quarter), lane, mean / 2, 0, 0) { Strength = 50 },
    ];
}
