using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>
/// The goals, on simulated days that the estimator learns from as it goes: told times that come true for about nine in
/// ten, a middle estimate that is near, and a squared error far below what the last waits alone say.
/// </summary>
public class EstimatorComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void The_goals_are_met_on_simulated_days()
    {
        var measured = Measured.Days(new DayPlan(), learning: 2, days: 4);
        var ratio = measured.MeanSquare(guess => guess.Ours.Mean) / measured.BestBaseline;
        output.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"kept {measured.Kept:P1}; median error {measured.MedianError:F1} min, {measured.MedianErrorRatio:P0}; squared error {ratio:P0} of the best baseline's"));
        Assert.InRange(measured.Kept, 0.88, 0.93);
        Assert.True(measured.MedianErrorRatio <= 0.2 || measured.MedianError <= 2);
        Assert.InRange(ratio, 0, 0.5);
    }
}
