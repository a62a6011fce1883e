using System.Globalization;
using LostFound.Web.Languages;

namespace LostFound.Web.Shared.Ui;

/// <summary>
/// How a moment is said to people at the venue: its zone, what "today" is there, and in whose language.
/// Passed to components instead of a clock, so that they stay functions of their parameters.
/// </summary>
public sealed record VenueTime(TimeZoneInfo Zone, DateTime NowUtc, Language? Language = null)
{
    private Language Speech => Language ?? Languages.Language.English;

    /// <summary>"18:40" if that is today at the venue, "Sat 21 Nov, 18:40" this year, else with the year.</summary>
    public string Describe(DateTime utc)
    {
        var local = ToLocal(utc);
        var today = ToLocal(NowUtc);
        return local.Date == today.Date ? Speech.Time(local) : Speech.DayAndTime(local, withYear: local.Year != today.Year);
    }

    /// <summary>The machine-readable form for a time element: UTC, to the second.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public DateTime ToLocal(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
