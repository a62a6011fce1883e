using System.Diagnostics;
using Xunit;

namespace LostFound.Queueing.Tests;

public class EstimatorComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        var csv = new StreamWriter("/tmp/lf5/queueing-guesses.csv");
        csv.WriteLine("variant,seed,day,joined,hour,p50,p90,mean,called,leaves,atonce");
        foreach (var (variant, plan) in new[] { ("usual", new DayPlan()), ("steady", new DayPlan { DayVaries = 0 }), ("wild", new DayPlan { DayVaries = 0.15 }), ("tight", new DayPlan { PerHour = [10, 16, 22, 26, 28, 32, 38, 46, 60, 74, 68, 30] }) })
        foreach (var seed in new[] { 1, 2 })
        {
            var clock = Stopwatch.StartNew();
            var m = Measured.Days(plan, 6, 24, seed);
            foreach (var g in m.Guesses)
                csv.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{variant},{seed},{g.Visitor.Place.Id.Split('-')[0]},{(g.Visitor.Place.JoinedAt - DayPlan.Midnight).TotalMinutes:F3},{g.Hour},{g.Ours.P50.TotalMinutes:F3},{g.Ours.P90.TotalMinutes:F3},{g.Ours.Mean.TotalMinutes:F3},{(g.Visitor.CalledAt!.Value - DayPlan.Midnight).TotalMinutes:F3},{(g.Visitor.LeavesAt - DayPlan.Midnight).TotalMinutes:F3},{g.AtOnce}"));
            csv.Flush();
            output.WriteLine(variant);
            output.WriteLine($"n {m.Guesses.Count} ({m.Guesses.Count(g => g.AtOnce)} at once) in {clock.ElapsedMilliseconds} ms; kept {m.Kept:P1}; med err {m.MedianError:F2} min {m.MedianErrorRatio:P1}; wait avg {m.Guesses.Average(g => g.Waited):F1} max {m.Guesses.Max(g => g.Waited):F0}");
            output.WriteLine($"mse ours mean {m.MeanSquare(g => g.Ours.Mean):F1} p50 {m.MeanSquare(g => g.Ours.P50):F1} les {m.MeanSquare(g => g.LastToEnter):F1} hol {m.MeanSquare(g => g.HeadOfLine):F1} roll {m.MeanSquare(g => g.Rolling):F1} ratio {m.MeanSquare(g => g.Ours.Mean) / m.BestBaseline:F2}");
            output.WriteLine(string.Join(" ", m.KeptByHour.Select(h => $"{h.Hour}:{h.Count}:{h.Kept:P0}")));
        }
    }
}
