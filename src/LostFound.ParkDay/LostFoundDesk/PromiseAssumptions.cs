using LostFound.ParkDay.Day;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>What is assumed of promises: the lead times that a venue is shipped with, and of supervisors. Times in minutes.</summary>
internal static class PromiseAssumptions
{
    // ── as the product is shipped (kiosk-config/promises.json; a test holds them equal)

    public const int FirstWithinHours = 4;
    public const int AfterClosingMinutes = 60;
    public const int FollowUpHours = 24;
    public const int CallBackWithinHours = 3;
    public const int BeforeClosingMinutes = 30;

    /// <summary>How long before its time the software gives word.</summary>
    public const int AheadMinutes = 10;

    /// <summary>How long before its time a call that nobody made stands on the board, with an alarm.</summary>
    public const int AtRiskMinutes = 45;

    // ── supervisors

    /// <summary>Until a supervisor looks at the list without being alarmed, and from an alarm until they take it up.</summary>
    public static readonly LogNormal LooksAtTheList = new(60, 0.9);
    public static readonly LogNormal TakesUpTheAlarm = new(6, 0.8);

    /// <summary>A call with somebody who is angry.</summary>
    public static readonly LogNormal Call = new(6, 0.5);

    /// <summary>Of those who have their thing back, so many answer and answer 1 or 2.</summary>
    public const double RatesBadly = 0.03;

    public static readonly LogNormal UntilRated = new(20, 1.0);

    // ── the server

    /// <summary>On each day the server stands still once for so long, at any time of it.</summary>
    public static readonly (double Least, double Most) OutageMinutes = (2, 15);

    /// <summary>Until then the day after is played.</summary>
    public static readonly DateTime End = ParkHours.At(24 + 13);

    private static readonly NextWordRule Rule = new(Hours);

    public static DateTime First(DateTime now) => Rule.First(now, TimeSpan.FromHours(FirstWithinHours), TimeSpan.FromMinutes(AfterClosingMinutes));

    public static DateTime FollowUp(DateTime after) => Rule.FollowUp(after, TimeSpan.FromHours(FollowUpHours));

    public static DateTime CallBack(DateTime now) => Rule.ByAPerson(now, TimeSpan.FromHours(CallBackWithinHours), TimeSpan.FromMinutes(BeforeClosingMinutes));

    /// <summary>The desk is open from ten until eleven at night, today and on the days after.</summary>
    public static OpenHours Hours(DateTime at)
    {
        var date = at.Date;
        var closes = date + (ParkHours.DeskCloses - ParkHours.Date);
        return at < closes ? new OpenHours(date + (ParkHours.Opens - ParkHours.Date), closes) : Hours(date.AddDays(1));
    }
}
