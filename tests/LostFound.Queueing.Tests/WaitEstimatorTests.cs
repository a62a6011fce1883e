using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

public class WaitEstimatorTests
{
    private static readonly WaitEstimator Estimator = new(Lines.Times);

    [Fact]
    public void With_a_free_counter_and_nobody_ahead_there_is_no_wait()
    {
        var state = Lines.Of(0, 1) with { Counters = [new Counter("1", null, null, TakesNext: true)] };
        Assert.Equal(new WaitEstimate(TimeSpan.Zero, TimeSpan.Zero), Estimator.ForNewcomer(state, Lane.Collect));
    }

    [Fact]
    public void Behind_many_the_mean_is_the_sum_of_their_mean_times_shared_by_the_counters()
    {
        var state = Lines.Of(90, 3) with { Counters = [.. Enumerable.Range(0, 3).Select(at => new Counter($"{at}", null, null, TakesNext: true))] };
        var work = state.Line.Sum(place => Lines.Times.For(place.Lane, 17).Mean.TotalMinutes);
        // The medians' own doubt makes the mean a little longer, the idle ends of the others a little shorter.
        Assert.InRange(Estimator.ForNewcomer(state, Lane.Report).Mean.TotalMinutes / (work / 3), 0.96, 1.05);
    }

    [Fact]
    public void Estimates_never_fall_along_the_line() => Check(story =>
    {
        var estimates = Estimator.Estimate(story.State);
        Assert.Equal(story.State.Line.Count, estimates.Count);
        for (var at = 1; at < estimates.Count; at++)
            Assert.True(estimates[at].P50 >= estimates[at - 1].P50 && estimates[at].P90 >= estimates[at - 1].P90 && estimates[at].Mean >= estimates[at - 1].Mean);
        Assert.All(estimates, estimate => Assert.True(estimate.P90 >= estimate.P50 && estimate.P50 >= TimeSpan.Zero));
    });

    [Fact]
    public void One_more_ahead_never_makes_a_wait_shorter() => Check(story =>
    {
        // Nobody passing or leaving: then it holds in every single scenario, so to the second.
        var state = story.State with { Line = [.. story.State.Line.Where(place => place.Lane != Lane.SecondContact)], SecondContactsPerHour = 0, LeavesPerHour = 0, Booked = [], Kept = [] };
        NeverShorter(state, story, allowed: 0);
    });

    [Fact]
    public void One_more_ahead_never_makes_a_wait_noticeably_shorter_while_others_pass_and_leave() =>
        // Who has to wait longer leaves more often and is passed by others, so a single scenario may gain what the rest
        // loses: the mean still rises, a quantile of a line of many hours may move a little among its neighbours.
        Check(story => NeverShorter(story.State, story, allowed: 0.1));

    [Fact]
    public void One_more_counter_never_makes_a_wait_longer() => Check(story =>
    {
        var state = story.State with { SecondContactsPerHour = 0, LeavesPerHour = 0, Booked = [], Kept = [], Plan = [] };
        var more = state with { Counters = [.. state.Counters, new Counter("one more", null, null, TakesNext: true)] };
        Assert.All(Estimator.Estimate(state).Zip(Estimator.Estimate(more)), pair => Assert.True(pair.Second.P90 <= pair.First.P90 && pair.Second.P50 <= pair.First.P50));
    });

    [Fact]
    public void The_same_line_always_gives_the_same_estimates() => Check(story =>
        Assert.Equal(Estimator.Estimate(story.State), new WaitEstimator(Lines.Times).Estimate(story.State)));

    [Fact]
    public void A_newcomer_s_estimate_is_the_one_they_will_read_in_line()
    {
        var state = Lines.Of(20, 2, 0.1);
        var newcomer = new Place("", Lane.Collect, state.Now);
        Assert.Equal(Estimator.Estimate(state with { Line = [.. state.Line, newcomer] })[^1], Estimator.ForNewcomer(state, Lane.Collect));
        Assert.True(Estimator.ForNewcomer(state, Lane.SecondContact).P90 < Estimator.ForNewcomer(state, Lane.Collect).P50);
    }

    [Fact]
    public void Whoever_has_been_at_the_counter_long_is_believed_to_stay_longer_than_the_rest_of_the_mean()
    {
        LineState After(double minutes) => Lines.Of(0, 1) with { Counters = [new Counter("1", Lane.Collect, Lines.Now.AddMinutes(-minutes), TakesNext: true)] };
        var mean = Lines.Times.For(Lane.Collect, 17).Mean.TotalMinutes;
        Assert.InRange(Estimator.ForNewcomer(After(0), Lane.Collect).Mean.TotalMinutes, mean * 0.97, mean * 1.03);
        // Log-normal times have a heavy tail: at 12 minutes, with a mean of 3.4, more are to come, not none.
        Assert.InRange(Estimator.ForNewcomer(After(12), Lane.Collect).P50.TotalMinutes, 1, 4);
    }

    [Fact]
    public void A_counter_that_opens_soon_helps_and_one_that_closes_costs()
    {
        var state = Lines.Of(40, 3);
        TimeSpan With(params CounterChange[] plan) => Estimator.ForNewcomer(state with { Plan = plan }, Lane.Collect).P50;
        Assert.True(With(new CounterChange(Lines.Now.AddMinutes(10), 4)) < With());
        Assert.True(With(new CounterChange(Lines.Now.AddMinutes(10), 2)) > With());
        Assert.Equal(With(), With(new CounterChange(Lines.Now.AddMinutes(-10), 1)));
    }

    [Fact]
    public void With_no_counter_to_come_the_wait_is_the_longest_there_is_and_with_one_it_is_until_then()
    {
        var closed = Lines.Of(3, 0);
        Assert.Equal(TimeSpan.FromHours(12), Estimator.ForNewcomer(closed, Lane.Collect).P50);
        var opens = closed with { Plan = [new CounterChange(Lines.Now.AddMinutes(20), 5)] };
        Assert.Equal(TimeSpan.FromMinutes(20), Estimator.ForNewcomer(opens, Lane.Collect).P50);
    }

    [Fact]
    public void Those_who_will_pass_cost_time_and_those_who_won_t_come_save_it()
    {
        var state = Lines.Of(30, 2);
        TimeSpan Wait(LineState line) => Estimator.ForNewcomer(line, Lane.Collect).Mean;
        Assert.True(Wait(state with { SecondContactsPerHour = 4 }) > Wait(state));
        Assert.True(Wait(state with { Booked = [new Place("b", Lane.Report, Lines.Now, Lines.Now.AddMinutes(15))] }) > Wait(state));
        Assert.True(Wait(state with { Kept = [new Place("k", Lane.Report, Lines.Now)] }) > Wait(state));
        Assert.True(Wait(state with { NoShowRate = 0.3 }) < Wait(state));
        Assert.True(Wait(state with { LeavesPerHour = 0.3 }) < Wait(state));
        // A booking that is due after everybody has been called concerns nobody.
        Assert.Equal(Wait(state), Wait(state with { Booked = [new Place("b", Lane.Report, Lines.Now, Lines.Now.AddHours(8))] }));
    }

    private static void NeverShorter(LineState state, Story story, double allowed)
    {
        var at = state.Line.Count == 0 ? 0 : story.Number % state.Line.Count;
        // Seated where the order of service wants them, as one of those who joined by arrival.
        var added = new Place("added", Lane.Collect, state.Line.ElementAtOrDefault(at)?.JoinedAt ?? state.Now);
        var line = OrderOfService.Line([.. state.Line, added], state.Now);
        var before = state.Line.Zip(Estimator.Estimate(state)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        foreach (var (place, estimate) in line.Zip(Estimator.Estimate(state with { Line = line })).Where(pair => pair.First != added))
        {
            Assert.True(
                estimate.P50 >= before[place.Id].P50 * (1 - allowed) && estimate.P90 >= before[place.Id].P90 * (1 - allowed)
                    && estimate.Mean >= before[place.Id].Mean * (1 - (allowed / 10)),
                $"{place.Id}: {before[place.Id]} became {estimate}");
        }
    }

    private sealed record Story(LineState State, int Number);

    private static void Check(Action<Story> holds)
    {
        var story =
            from places in Gen.Choose(0, 40)
            from counters in Gen.Choose(1, 6)
            from second in Gen.Choose(0, 5)
            from booked in Gen.Choose(0, 4)
            from plan in (from minute in Gen.Choose(-10, 60) from open in Gen.Choose(1, 7) select new CounterChange(Lines.Now.AddMinutes(minute), open)).ListOf()
            from number in Gen.Choose(0, 10_000)
            select new Story(Make(places, counters, second, booked, [.. plan.Take(3)], number), number);
        Prop.ForAll(story.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static LineState Make(int places, int counters, int second, int booked, CounterChange[] plan, int number)
    {
        var waiting = Enumerable.Range(0, places).Select(at => Lines.Waiting(at + number)).Concat(
            Enumerable.Range(0, booked).Select(at => new Place($"booked {number} {at}", Lane.Collect, Lines.Now.AddHours(-2), Lines.Now.AddMinutes((12 * at) - 10)))).ToList();
        if (number % 4 == 0)
            waiting.Add(new Place($"second {number}", Lane.SecondContact, Lines.Now.AddMinutes(-1)));
        return LineState.Of(Lines.Now, Lines.Counters(counters), plan, waiting, (number % 10) / 50.0) with
        {
            SecondContactsPerHour = second,
            LeavesPerHour = (number % 7) / 30.0,
            Kept = number % 3 == 0 ? [new Place($"kept {number}", Lane.Report, Lines.Now.AddHours(-1))] : [],
        };
    }
}
