using LostFound.Matching.Evaluation;
using Xunit;

namespace LostFound.Matching.Tests.Evaluation;

public class IntervalTests
{
    [Theory]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(240, 300, 0.7511, 0.8413)]
    public void Wilsons_interval_has_its_published_ends(int successes, int trials, double low, double high)
    {
        var share = Interval.OfShare(successes, trials);
        Assert.Equal(successes / (double)trials, share.Value, 12);
        Assert.Equal(low, share.Low, 4);
        Assert.Equal(high, share.High, 4);
    }

    [Fact]
    public void A_share_of_nothing_may_be_anything() => Assert.Equal(new Interval(0, 0, 1), Interval.OfShare(0, 0));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void More_successes_than_trials_are_refused(int successes, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.OfShare(successes, trials));

    [Fact]
    public void The_bootstrap_of_a_mean_is_as_wide_as_its_standard_error_says()
    {
        var random = new Random(5);
        var sample = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var interval = Bootstrap.Of(sample, drawn => drawn.Average());
        var standardError = Math.Sqrt(1 / 12.0) / 20;
        Assert.Equal(sample.Average(), interval.Value, 12);
        Assert.Equal(2 * 1.96 * standardError, interval.High - interval.Low, 0.15 * 2 * 1.96 * standardError);
    }

    [Fact]
    public void The_bootstrap_repeats_itself_with_its_seed()
    {
        double[] sample = [.. Enumerable.Range(1, 50).Select(number => Math.Sqrt(number))];
        Assert.Equal(Bootstrap.Of(sample, Enumerable.Average, seed: 3), Bootstrap.Of(sample, Enumerable.Average, seed: 3));
        Assert.NotEqual(Bootstrap.Of(sample, Enumerable.Average, seed: 3), Bootstrap.Of(sample, Enumerable.Average, seed: 4));
    }

    [Fact]
    public void A_bootstrap_of_nothing_is_the_measure_of_nothing() =>
        Assert.Equal(new Interval(7, 7, 7), Bootstrap.Of(Array.Empty<int>(), _ => 7));
}
