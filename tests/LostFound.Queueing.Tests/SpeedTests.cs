using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>Tests that measure time run alone.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public class Alone;

/// <summary>One movement of a long line is one pass, far inside the second in which every phone must be right.</summary>
[Collection("Alone")]
public class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_thousand_places_are_estimated_in_one_quick_pass()
    {
        var estimator = new WaitEstimator(Lines.Times);
        var state = Lines.Of(2000, 6, noShowRate: 0.05) with { SecondContactsPerHour = 3, LeavesPerHour = 0.05 };
        // Processor time, since the machine may be busy with others; the best of some, since the compiler is at work at first.
        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            estimator.Estimate(state);
            return Environment.CpuUsage.TotalTime - before;
        });
        output.WriteLine($"2000 places, {Draws.Count} scenarios: {best.TotalMilliseconds:F0} ms");
        Assert.InRange(best.TotalMilliseconds, 0, 500);
    }
}
