using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue.Outlook;

namespace LostFound.Web.Features.Review;

/// <summary>Figures as staff read them: few stay counts, and only from ten on is a percentage said.</summary>
public static class ReviewWords
{
    public const string None = "–";

    /// <summary>"4 of 5", from ten on "87 % of 30".</summary>
    public static string Say(Share share) => share switch
    {
        { Whole: 0 } => None,
        { Whole: < Share.LeastForPercent } => string.Create(CultureInfo.InvariantCulture, $"{share.Part} of {share.Whole}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Percent(share)} of {share.Whole}"),
    };

    /// <summary>The large number of a tile; the whole stands below it.</summary>
    public static string Short(Share share) => share switch
    {
        { Whole: 0 } => None,
        { Whole: < Share.LeastForPercent } => string.Create(CultureInfo.InvariantCulture, $"{share.Part} of {share.Whole}"),
        _ => Percent(share),
    };

    /// <summary>"1 h 20, 9 in 10 under 6 h 05"; of few only the middle one, of none nothing.</summary>
    public static string Say(Measured measured) => measured.Count switch
    {
        0 => None,
        < Share.LeastForPercent => Time(measured.Median),
        _ => $"{Time(measured.Median)} / {Time(measured.P90)}",
    };

    public static string Time(double minutes) => Ages.Spoken(TimeSpan.FromMinutes(minutes));

    /// <summary>A mean from ten on; before that every single one.</summary>
    public static string Say(Ratings ratings) => ratings.Count switch
    {
        0 => None,
        < Share.LeastForPercent => string.Join(" · ", Enumerable.Range(1, ratings.Counts.Count).Reverse().SelectMany(rating => Enumerable.Repeat(rating, ratings.Counts[rating - 1]))),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ratings.Mean:0.0} ({ratings.Count})"),
    };

    public static string Kind(PromiseKind kind) => kind switch
    {
        PromiseKind.NextWord => "Word by a time",
        PromiseKind.CallBack => "A call by a person",
    };

    public static string Day(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Range(ReviewRange range) => range.Days == 1
        ? range.From.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
        : $"{Day(range.From)} – {range.To.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}";

    public static string Place(string key, VenueConfig venue) => key.Length == 0 ? "Not sure" : venue.Place(key)?.Name ?? key;

    public static string Category(string key, VenueConfig venue) => key.Length == 0 ? "Not sure" : venue.Category(key)?.Name ?? key;

    public static string Hour(string key) => $"{key}:00";

    /// <summary>Never rounded up to a hundred, nor down to none: one broken promise in a thousand is not none.</summary>
    private static string Percent(Share share)
    {
        var percent = 100.0 * share.Part / share.Whole;
        var said = share.Part == share.Whole ? 100 : share.Part == 0 ? 0 : Math.Clamp(Math.Round(percent), 1, 99);
        return string.Create(CultureInfo.InvariantCulture, $"{said:0} %");
    }
}
