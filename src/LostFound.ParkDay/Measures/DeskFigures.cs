using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.Measures;

/// <summary>What can be said of either desk, over one day or many together.</summary>
/// <param name="StandingP50">Minutes stood, a visit, served or given up.</param>
/// <param name="StandingBusiestHour">The median of those who came in the day's worst hour; over many days, the mean of these.</param>
/// <param name="VisitsPerGuest">Of the guests who came to the desk at all: how often each did.</param>
/// <param name="Came">Guests who walked to the desk.</param>
/// <param name="ReachedOwner">Of the things handed in, the share that its owner got, over the counter or by post.</param>
/// <param name="LossToKnownP50">Minutes from losing it until the guest heard that it is here, of those who did.</param>
/// <param name="LossToItemBackP50">Minutes from losing it, of those who got it over the counter.</param>
/// <param name="StaffMinutesPerItem">All of staff's work, for one item that reached its owner.</param>
/// <param name="PromisesKept">Share of everything promised with a time in it that was kept: in the line, the next word, a call by a supervisor.</param>
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
    double ReachedOwner,
    double LossToKnownP50,
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
        var back = SinceLoss(days, log => log.Back);
        var came = days.Sum(d => d.Log.Visits.Count);
        var posted = days.Sum(d => d.Log.Posted);
        return new DeskFigures(
            Quantile.Of(stood, 0.5), Quantile.Of(stood, 0.95), stood.DefaultIfEmpty().Max(),
            days.Average(d => BusiestHour(d.Log)),
            (double)days.Sum(d => d.Log.Visits.Values.Sum()) / Math.Max(1, came), came,
            back.Length, posted, days.Sum(d => d.Log.GaveUp),
            (double)(back.Length + posted) / Math.Max(1, days.Sum(d => d.Day.Guests.Count(g => g.HandedInAt is not null))),
            Quantile.Of(SinceLoss(days, log => log.Known), 0.5), Quantile.Of(back, 0.5), Quantile.Of(back, 0.9),
            days.Sum(d => d.Log.StaffMinutes) / Math.Max(1, back.Length + posted),
            (double)days.Sum(d => d.Log.Promises.Kept) / Math.Max(1, days.Sum(d => d.Log.Promises.Settled)));
    }

    private static double[] SinceLoss(IEnumerable<(LostDay Day, DeskLog Log)> days, Func<DeskLog, IReadOnlyDictionary<int, DateTime>> when) =>
    [
        .. from day in days
           let times = when(day.Log)
           from guest in day.Day.Guests
           where times.ContainsKey(guest.Number)
           select (times[guest.Number] - guest.LostAt).TotalMinutes,
    ];

    private static double BusiestHour(DeskLog log) => log.Stood
        .GroupBy(s => (int)(s.From - ParkHours.Date).TotalHours)
        .Where(hour => hour.Count() >= EnoughInAnHour)
        .Select(hour => Quantile.Of(hour.Select(s => s.Minutes), 0.5))
        .DefaultIfEmpty()
        .Max();
}
