using LostFound.ParkDay.LostFoundDesk;

namespace LostFound.ParkDay.Measures;

/// <summary>Guests told a time in one hour of the day, and how many were called by it.</summary>
internal sealed record HourTold(int Hour, int Told, int CalledByThen)
{
    public double Share => (double)CalledByThen / Told;
}

/// <summary>
/// How honest the times told were, over one day or many together. Counted are guests who were told a time when they
/// joined, and were called: not those called at once, nor booked ones, nor those who left before.
/// </summary>
/// <param name="Told">How many these are.</param>
/// <param name="CalledByToldTime">Share called no later than first told, whatever was told later.</param>
/// <param name="WorstHour">The lowest share of an hour in which at least <see cref="EnoughInAnHour"/> were told a time; of all when no hour has as many.</param>
/// <param name="MedianErrorMinutes">Of the middle estimate, against the wait that came.</param>
/// <param name="MedianErrorRatio">The same as a part of that wait.</param>
internal sealed record LineFigures(
    int Joined,
    int CalledAtOnce,
    int Booked,
    int Left,
    int ToldAgainLater,
    int Told,
    double MedianWait,
    double LongestWait,
    double CalledByToldTime,
    double WorstHour,
    IReadOnlyList<HourTold> Hours,
    double MedianErrorMinutes,
    double MedianErrorRatio,
    SquaredErrors Errors)
{
    public const int EnoughInAnHour = 20;

    public static LineFigures Of(IReadOnlyCollection<LineLog> days)
    {
        Outcome[] told = [.. days.SelectMany(d => d.Outcomes)];
        HourTold[] hours = [.. told.GroupBy(o => o.JoinedAt.Hour).OrderBy(g => g.Key).Select(g => new HourTold(g.Key, g.Count(), g.Count(o => o.CalledByToldTime)))];
        var overall = told.Length == 0 ? 1 : (double)told.Count(o => o.CalledByToldTime) / told.Length;
        return new LineFigures(
            days.Sum(d => d.Joined), days.Sum(d => d.CalledAtOnce), days.Sum(d => d.Booked), days.Sum(d => d.LeftTheLine), days.Sum(d => d.ToldAgainLater),
            told.Length,
            Quantile.Of(told.Select(o => o.Wait.TotalMinutes), 0.5),
            told.Select(o => o.Wait.TotalMinutes).DefaultIfEmpty().Max(),
            overall,
            hours.Where(h => h.Told >= EnoughInAnHour).Select(h => h.Share).DefaultIfEmpty(overall).Min(),
            hours,
            Quantile.Of(told.Select(Error), 0.5),
            Quantile.Of(told.Select(o => Error(o) / Math.Max(o.Wait.TotalMinutes, 1.0 / 60)), 0.5),
            SquaredErrors.Of(told));
    }

    private static double Error(Outcome outcome) => Math.Abs((outcome.Foretold.Ours.P50 - outcome.Wait).TotalMinutes);
}
