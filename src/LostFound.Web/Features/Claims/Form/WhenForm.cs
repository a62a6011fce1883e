using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 6: on which day, and between which times, by the venue's clock.</summary>
public sealed record WhenForm(string Day, string From, string To, bool NotSure) : IStepForm<WhenForm>
{
    public const string DayField = "day";
    public const string FromField = "from";
    public const string ToField = "to";
    public const string NotSureField = "when-not-sure";

    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm";

    public static ClaimStep Step => ClaimStep.When;

    public static string FirstField => DayField;

    public static WhenForm Typed(PostedForm form) =>
        new(form.Text(DayField), form.Text(FromField), form.Text(ToField), form.Text(NotSureField).Length > 0);

    /// <summary>At first: from when the venue opened until now, or the whole of the last day it was open.</summary>
    public static WhenForm Standing(ClaimAnswers answers, StepSetting setting)
    {
        var clock = setting.Venue.Clock;
        var last = LastOpening(clock, setting.NowUtc);
        var from = answers.When?.From ?? last.OpensUtc;
        var to = answers.When?.To ?? (last.ClosesUtc < setting.NowUtc ? last.ClosesUtc : setting.NowUtc);
        var day = clock.LocalTime(from);
        return new WhenForm(Text(day, DayFormat), Text(day, TimeFormat), Text(clock.LocalTime(to), TimeFormat), answers.When is { From: null });
    }

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        // The fields hold times to start from, so the tick beside them decides.
        var (from, to) = NotSure ? (null, null) : Read(setting, errors);
        return answers => answers with { When = new WhenAnswer(from, to) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status)
    {
        var today = setting.Venue.LocalTime(setting.NowUtc);
        return Render.Page<WhenPage>(new { Frame = frame, Form = this, Latest = Text(today, DayFormat), Earliest = Text(today.AddDays(-ClaimLimits.MaxDaysAgo), DayFormat) }, status, noStore: true);
    }

    private (DateTime?, DateTime?) Read(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        if (!DateOnly.TryParseExact(Day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add(DayField, Day.Length == 0 ? say["claim.when-no-day"] : say["claim.when-day-format"]);
            return default;
        }
        var today = DateOnly.FromDateTime(setting.Venue.LocalTime(setting.NowUtc));
        if (day > today)
            errors.Add(DayField, say["claim.when-day-future"]);
        else if (day < today.AddDays(-ClaimLimits.MaxDaysAgo))
            errors.Add(DayField, say["claim.when-day-old"]);
        var from = Time(From, FromField, TimeOnly.MinValue, errors, say);
        var to = Time(To, ToField, new TimeOnly(23, 59), errors, say);
        if (errors.Any)
            return default;
        var nextDay = to < from && to < ClaimLimits.NightEnds ? 1 : 0;
        return InOrder(setting, setting.Venue.Clock.Utc(day.ToDateTime(from)), setting.Venue.Clock.Utc(day.AddDays(nextDay).ToDateTime(to)), errors);
    }

    private (DateTime?, DateTime?) InOrder(StepSetting setting, DateTime from, DateTime to, FormErrors errors)
    {
        var say = setting.Say;
        var latest = setting.NowUtc + ClaimLimits.ClockAhead;
        if (to < from)
            errors.Add(ToField, say["claim.when-order"]);
        else if (from > latest)
            errors.Add(FromField, say["claim.when-from-future"]);
        else if (to > latest && To.Length > 0)
            errors.Add(ToField, say["claim.when-to-future"]);
        return (from, to < setting.NowUtc ? to : setting.NowUtc > from ? setting.NowUtc : from);
    }

    private static TimeOnly Time(string typed, string field, TimeOnly whenEmpty, FormErrors errors, Words say)
    {
        if (typed.Length == 0)
            return whenEmpty;
        if (!TimeOnly.TryParseExact(typed, [TimeFormat, "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            errors.Add(field, say["claim.when-time-format"]);
        return time;
    }

    private static Opening LastOpening(VenueClock clock, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(clock.LocalTime(nowUtc));
        // A venue opens at least once a week: its configuration is refused otherwise.
        return Enumerable.Range(0, 9).Select(ago => clock.OpeningOn(today.AddDays(-ago))).OfType<Opening>().First(opening => opening.OpensUtc <= nowUtc);
    }

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
