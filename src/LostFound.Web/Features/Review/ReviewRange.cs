using System.Globalization;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Review;

/// <summary>The business days that are looked back on, both ends included.</summary>
/// <param name="Name">"today", "7", "28" or "custom".</param>
/// <param name="FromUtc">When the first day began.</param>
/// <param name="ToUtc">When the day after the last begins.</param>
public sealed record ReviewRange(string Name, DateOnly From, DateOnly To, DateTime FromUtc, DateTime ToUtc)
{
    public const string Today = "today", Week = "7", FourWeeks = "28", Custom = "custom";

    /// <summary>More days than this are no more than a line on the plots.</summary>
    public const int MostDays = 366;

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Has(DateTime utc) => utc >= FromUtc && utc < ToUtc;

    /// <summary>What the address asks for; a mangled one shows the last seven days.</summary>
    public static ReviewRange Parse(string? name, string? from, string? to, VenueClock clock, DateTime now)
    {
        var today = clock.BusinessDay(now);
        if (name == Custom && Day(from) is { } first && Day(to) is { } last)
        {
            (first, last) = first <= last ? (first, last) : (last, first);
            last = last < today ? last : today;
            first = first < last ? first : last;
            return Of(Custom, last.DayNumber - first.DayNumber < MostDays ? first : last.AddDays(1 - MostDays), last, clock);
        }
        return name switch
        {
            Today => Of(Today, today, today, clock),
            FourWeeks => Of(FourWeeks, today.AddDays(-27), today, clock),
            _ => Of(Week, today.AddDays(-6), today, clock),
        };
    }

    /// <summary>As in an address.</summary>
    public string Query => Name == Custom
        ? string.Create(CultureInfo.InvariantCulture, $"range={Custom}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}")
        : $"range={Name}";

    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static ReviewRange Of(string name, DateOnly from, DateOnly to, VenueClock clock) =>
        new(name, from, to, clock.BusinessDayStart(from), clock.BusinessDayStart(to.AddDays(1)));
}
