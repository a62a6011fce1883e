using System.Globalization;

namespace LostFound.Web.Shared.Ui;

/// <summary>
/// How a moment is said to people at the venue: its zone, what "today" is there, and in whose language.
/// Passed to components instead of a clock, so that they stay functions of their parameters.
/// </summary>
public sealed record VenueTime(TimeZoneInfo Zone, DateTime NowUtc, CultureInfo? Culture = null)
{
    private CultureInfo Speech => Culture ?? CultureInfo.InvariantCulture;

    /// <summary>"18:40" if that is today at the venue, "Sat 21 Nov, 18:40" this year, else with the year.</summary>
    public string Describe(DateTime utc)
    {
        var local = ToLocal(utc);
        var today = ToLocal(NowUtc);
        if (local.Date == today.Date) return local.ToString("HH:mm", Speech);
        return local.Year == today.Year
            ? local.ToString("ddd d MMM, HH:mm", Speech)
            : local.ToString("ddd d MMM yyyy, HH:mm", Speech);
    }

    /// <summary>The machine-readable form for a time element: UTC, to the second.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public DateTime ToLocal(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
