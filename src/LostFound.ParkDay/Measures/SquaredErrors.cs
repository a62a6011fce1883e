using LostFound.ParkDay.LostFoundDesk;

namespace LostFound.ParkDay.Measures;

/// <summary>Mean squared errors in square minutes, ours and those of the estimators we compare with, on the same waits.</summary>
internal sealed record SquaredErrors(double Ours, double LastToEnterService, double HeadOfLine, double RollingAverage)
{
    public double BestBaseline => Math.Min(LastToEnterService, Math.Min(HeadOfLine, RollingAverage));

    /// <summary>Below 1 is better than the best of them; 1 when nobody waited.</summary>
    public double RatioToBestBaseline => BestBaseline > 0 ? Ours / BestBaseline : 1;

    public static SquaredErrors Of(IReadOnlyCollection<Outcome> outcomes)
    {
        double Mean(Func<Foretold, TimeSpan> guess) =>
            outcomes.Select(o => Math.Pow((guess(o.Foretold) - o.Wait).TotalMinutes, 2)).DefaultIfEmpty().Average();
        return new SquaredErrors(Mean(f => f.Ours.Mean), Mean(f => f.LastToEnterService), Mean(f => f.HeadOfLine), Mean(f => f.RollingAverage));
    }
}
