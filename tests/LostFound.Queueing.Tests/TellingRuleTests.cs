using Xunit;

namespace LostFound.Queueing.Tests;

public class TellingRuleTests
{
    private static readonly DateTime Now = Lines.Now.AddSeconds(20);

    [Fact]
    public void A_short_wait_is_told_in_minutes_with_the_promise_rounded_up() =>
        Assert.Equal(new Told(Now, 12, 20, Lines.Now.AddMinutes(20)), TellingRule.Tell(Wait(12.7, 19.4), Now));

    [Fact]
    public void A_long_wait_is_told_in_fives() =>
        Assert.Equal(new Told(Now, 45, 65, Lines.Now.AddMinutes(65)), TellingRule.Tell(Wait(47, 61), Now));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(0.5, 24)]
    [InlineData(1, 28)]
    [InlineData(2, 40)]
    public void The_margin_moves_the_promise_between_and_beyond_the_quantiles(double margin, int minutes) =>
        Assert.Equal(minutes, (TellingRule.Tell(Wait(20, 28), Lines.Now, margin).By - Lines.Now).TotalMinutes);

    [Fact]
    public void The_near_end_is_never_later_than_the_far_one()
    {
        var told = TellingRule.Tell(Wait(20, 28), Now, -0.5);
        Assert.True(told.FromMinutes <= told.ToMinutes);
        Assert.True(told.By >= Now);
    }

    [Fact]
    public void What_still_stands_isn_t_told_again()
    {
        var told = TellingRule.Tell(Wait(12, 20), Now);
        Assert.Null(TellingRule.Retell(told, Wait(12, 20), Now, NotAsked));
        Assert.Null(TellingRule.Retell(told, Wait(8, 16), Now.AddMinutes(4), NotAsked));
        // Tighter than it was, but as likely kept as broken.
        Assert.Null(TellingRule.Retell(told, Wait(10, 18), Now.AddMinutes(9), NotAsked));
    }

    [Fact]
    public void A_wait_that_grows_is_told_with_how_much_and_why_before_the_time_is_up()
    {
        var told = TellingRule.Tell(Wait(12, 20), Now);
        var longer = TellingRule.Retell(told, Wait(18, 25), Now.AddMinutes(5), () => DelayCause.FewerCounters);
        Assert.NotNull(longer);
        Assert.Equal(DelayCause.FewerCounters, longer.Cause);
        Assert.Equal((longer.By - told.By).TotalMinutes, longer.LongerMinutes);
        Assert.True(longer.LongerMinutes > 0 && longer.At < told.By);
        // And then it stands: the same estimate a minute later says nothing new.
        Assert.Null(TellingRule.Retell(longer, Wait(17, 24), Now.AddMinutes(6), NotAsked));
    }

    [Fact]
    public void A_wait_that_shrinks_much_is_told_without_a_cause()
    {
        var told = TellingRule.Tell(Wait(30, 45), Now);
        var sooner = TellingRule.Retell(told, Wait(10, 16), Now.AddMinutes(5), NotAsked);
        Assert.True(sooner is { LongerMinutes: < -9, Cause: null });
    }

    private static DelayCause NotAsked() => throw new InvalidOperationException("Only a longer wait has a cause.");

    private static WaitEstimate Wait(double p50, double p90) => new(TimeSpan.FromMinutes(p50), TimeSpan.FromMinutes(p90));
}
