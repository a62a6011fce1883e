using LostFound.Benchmarks.Measure;
using Xunit;

namespace LostFound.Matching.Tests.Measuring;

public class TimingsTests
{
    [Fact]
    public void Of_a_hundred_the_median_is_the_50th_and_p99_the_99th()
    {
        var timings = Of(Enumerable.Range(1, 100).Reverse());
        Assert.Equal(50, timings.Percentile(0.5));
        Assert.Equal(99, timings.Percentile(0.99));
        Assert.Equal(100, timings.Percentile(1));
    }

    [Fact]
    public void With_few_values_p99_is_the_longest_never_a_kinder_one() => Assert.Equal(7, Of([3, 7, 5]).Percentile(0.99));

    [Fact]
    public void A_value_added_later_counts()
    {
        var timings = Of([1]);
        Assert.Equal(1, timings.Percentile(1));
        timings.Add(TimeSpan.FromMilliseconds(9));
        timings.Add(TimeSpan.FromMilliseconds(4));
        Assert.Equal(new Writes(4, 9, 9), timings.AsWrites());
    }

    private static Timings Of(IEnumerable<int> milliseconds)
    {
        var timings = new Timings();
        foreach (var value in milliseconds)
            timings.Add(TimeSpan.FromMilliseconds(value));
        return timings;
    }
}
