using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.Measures;

/// <summary>What can be said of either desk, over one day or many together.</summary>
/// <param name="StandingP50">Minutes stood, a visit, served or given up.</param>
/// <param name="StandingBusiestHour">The median of those who came in the day's worst hour; over many days, the mean of these.</param>
/// <param name="VisitsPerGuest">Of the guests who came to the desk at all: how often each did.</param>
/// <param name="Came">Guests who walked to the desk.</param>
/// <param name="LossToItemBackP50">Minutes from losing it, of those who got it over the counter.</param>
/// <param name="StaffMinutesPerItem">All of staff's work, for one item that reached its owner.</param>
/// <param name="PromisesKept">Share of the times told that were kept.</param>
internal sealed record DeskFigures(
    double StandingP50,
    double StandingP95,
    double StandingMax,
    double StandingBusiestHour,
    double VisitsPerGuest,
    int Came,
    int ItemsBack,
    int Posted,
    int GaveUp,
    double LossToItemBackP50,
    double LossToItemBackP90,
    double StaffMinutesPerItem,
    double PromisesKept)
{
    /// <summary>An hour counts among the busiest when so many came in it.</summary>
    private const int EnoughInAnHour = 10;

    public static DeskFigures Of(IReadOnlyCollection<(LostDay Day, DeskLog Log)> days)
    {
        double[] stood = [.. days.SelectMany(d => d.Log.Stood).Select(s => s.Minutes)];
        double[] back = [.. days.SelectMany(d => d.Day.Guests
            .Where(g => d.Log.Back.ContainsKey(g.Number))
            .Select(g => (d.Log.Back[g.Number] - g.LostAt).TotalMinutes))];
        var came = days.Sum(d => d.Log.Visits.Count);
        var posted = days.Sum(d => d.Log.Posted);
        return new DeskFigures(
            Quantile.Of(stood, 0.5), Quantile.Of(stood, 0.95), stood.DefaultIfEmpty().Max(),
            days.Average(d => BusiestHour(d.Log)),
            (double)days.Sum(d => d.Log.Visits.Values.Sum()) / Math.Max(1, came), came,
            back.Length, posted, days.Sum(d => d.Log.GaveUp),
            Quantile.Of(back, 0.5), Quantile.Of(back, 0.9),
            days.Sum(d => d.Log.StaffMinutes) / Math.Max(1, back.Length + posted),
            (double)days.Sum(d => d.Log.PromisesKept) / Math.Max(1, days.Sum(d => d.Log.PromisesMade)));
    }

    private static double BusiestHour(DeskLog log) => log.Stood
        .GroupBy(s => (int)(s.From - ParkHours.Date).TotalHours)
        .Where(hour => hour.Count() >= EnoughInAnHour)
        .Select(hour => Quantile.Of(hour.Select(s => s.Minutes), 0.5))
        .DefaultIfEmpty()
        .Max();
}
