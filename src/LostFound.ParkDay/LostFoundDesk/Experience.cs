using LostFound.ParkDay.Measures;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>
/// What the desk knows in the morning from the days before: nothing of today.
/// </summary>
internal sealed class Experience
{
    private readonly IReadOnlyList<LineLog> days;

    private Experience(IReadOnlyList<LineLog> days)
    {
        this.days = days;
        Times = ServiceTimes.Fit(days.SelectMany(d => d.Services), ServicePrior.Usual);
        NoShowRate = Share(days.Sum(d => d.Unanswered), days.Sum(d => d.HintedCalls), otherwise: 0.08);
        ReturnRate = Share(days.Sum(d => d.CameBackInTime), days.Sum(d => d.Unanswered), otherwise: 0.5);
        LeavesPerHour = days.Sum(d => d.LeftTheLine) / Math.Max(1, days.Sum(d => d.HoursWaited));
        SecondContactsPerHour = days.Sum(d => d.SecondContacts) / Math.Max(1.0, days.Count * HoursOpen);
        // Four in five are sooner: a time told must survive the usual delay.
        OpensLate = TimeSpan.FromMinutes(Quantile.Of(days.SelectMany(d => d.OpenedLate).Select(late => late.TotalMinutes), 0.8));
    }

    private const double HoursOpen = 13;

    /// <summary>The first day of all.</summary>
    public static Experience None { get; } = new([]);

    public ServiceTimes Times { get; }

    public double NoShowRate { get; }

    public double ReturnRate { get; }

    public double LeavesPerHour { get; }

    public double SecondContactsPerHour { get; }

    /// <summary>How late a further counter usually opens.</summary>
    public TimeSpan OpensLate { get; }

    public Experience And(LineLog day) => new([.. days, day]);

    /// <summary>A calibration that has seen the days before, for one more day.</summary>
    public ToldCalibration Calibration()
    {
        var calibration = new ToldCalibration();
        foreach (var lesson in days.SelectMany(day => day.Lessons))
            calibration.Record(lesson.Told, lesson.Told.At.Hour, lesson.CalledByThen);
        return calibration;
    }

    private static double Share(int part, int whole, double otherwise) => whole == 0 ? otherwise : (double)part / whole;
}
