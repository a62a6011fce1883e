using System.Diagnostics;
using Xunit;

namespace LostFound.Queueing.Tests;

public class EstimatorComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var clock = Stopwatch.StartNew();
            var m = Measured.Days(new DayPlan(), 10, 20, seed);
            output.WriteLine($"n {m.Guesses.Count} ({m.Guesses.Count(g => g.AtOnce)} at once) in {clock.ElapsedMilliseconds} ms; kept {m.Kept:P1}; med err {m.MedianError:F2} min {m.MedianErrorRatio:P1}; wait avg {m.Guesses.Average(g => g.Waited):F1} max {m.Guesses.Max(g => g.Waited):F0}");
            output.WriteLine($"mse ours mean {m.MeanSquare(g => g.Ours.Mean):F1} p50 {m.MeanSquare(g => g.Ours.P50):F1} les {m.MeanSquare(g => g.LastToEnter):F1} hol {m.MeanSquare(g => g.HeadOfLine):F1} roll {m.MeanSquare(g => g.Rolling):F1} ratio {m.MeanSquare(g => g.Ours.Mean) / m.BestBaseline:F2}");
            output.WriteLine(string.Join(" ", m.KeptByHour.Select(h => $"{h.Hour}:{h.Count}:{h.Kept:P0}")));
        }
    }
}
