using System.Globalization;

namespace LostFound.Web.Features.Desk;

/// <summary>How long ago, as one would say it across a desk.</summary>
internal static class Ages
{
    public static string Ago(DateTime thenUtc, DateTime nowUtc) => (nowUtc - thenUtc) switch
    {
        { TotalMinutes: < 1 } => "just now",
        var age => Spoken(age) + " ago",
    };

    public static string Spoken(TimeSpan age) => age switch
    {
        { TotalMinutes: < 60 } => Whole(age.TotalMinutes, "min"),
        { TotalHours: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h {age.Minutes:00}"),
        { TotalHours: < 48 } => Whole(age.TotalHours, "h"),
        _ => Whole(age.TotalDays, "days"),
    };

    private static string Whole(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Max(0, number)} {unit}");
}
