using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.Measures;

/// <summary>What can be said of either desk.</summary>
/// <param name="StandingP50">Minutes stood, a visit, served or given up.</param>
/// <param name="StandingBusiestHour">The median of those who came in the worst hour.</param>
/// <param name="VisitsPerGuest">Of the guests who came to the desk at all: how often each did.</param>
/// <param name="CameAtAll">Guests who walked to the desk.</param>
/// <param name="LossToItemBackP50">Minutes from losing it, of those who got it over the counter.</param>
/// <param name="StaffMinutesPerItem">All of staff's work, for one item that reached its owner.</param>
/// <param name="PromisesKept">Share of the times told that were kept.</param>
internal sealed record DeskFigures(
    double StandingP50,
    double StandingP95,
    double StandingMax,
    double StandingBusiestHour,
    double VisitsPerGuest,
    int CameAtAll,
    int ItemsBack,
    int Posted,
    int GaveUp,
    double LossToItemBackP50,
    double LossToItemBackP90,
    double StaffMinutesPerItem,
    double PromisesKept)
{
    /// <summary>An hour counts as one of the desk's when so many came in it.</summary>
    public const int EnoughInAnHour = 10;

    public static DeskFigures Of(DeskLog log, LostDay day)
    {
        double[] stood = [.. log.Stood.Select(s => s.Minutes)];
        double[] back = [.. day.Guests.Where(g => log.Back.ContainsKey(g.Number)).Select(g => (log.Back[g.Number] - g.LostAt).TotalMinutes)];
        var reached = log.Back.Count + log.Posted;
        return new DeskFigures(
            Quantile.Of(stood, 0.5), Quantile.Of(stood, 0.95), stood.DefaultIfEmpty().Max(), BusiestHour(log),
            (double)log.Visits.Values.Sum() / Math.Max(1, log.Visits.Count), log.Visits.Count,
            log.Back.Count, log.Posted, log.GaveUp,
            Quantile.Of(back, 0.5), Quantile.Of(back, 0.9),
            log.StaffMinutes / Math.Max(1, reached),
            (double)log.PromisesKept / Math.Max(1, log.PromisesMade));
    }

    private static double BusiestHour(DeskLog log) => log.Stood
        .GroupBy(s => (int)(s.From - ParkHours.Date).TotalHours)
        .Where(hour => hour.Count() >= EnoughInAnHour)
        .Select(hour => Quantile.Of(hour.Select(s => s.Minutes), 0.5))
        .DefaultIfEmpty()
        .Max();
}
