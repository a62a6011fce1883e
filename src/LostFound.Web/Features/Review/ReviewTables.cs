using System.Globalization;
using System.Text;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Review;

/// <param name="Sort">What the column is sorted by, largest first; nothing to compare comes last.</param>
public sealed record ReviewColumn(string Key, string Name, Func<GroupFigures, string> Say, Func<GroupFigures, double?> Sort);

/// <summary>One of the tables: by place, category or hour.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="First">The heading of the first column.</param>
public sealed record ReviewTable(string Name, string Title, string First, Func<ReviewedDays, IReadOnlyList<GroupFigures>> Rows, Func<string, VenueConfig, string> Say)
{
    public static readonly IReadOnlyList<ReviewTable> All =
    [
        new("places", "By place", "Place", review => review.Places, ReviewWords.Place),
        new("categories", "By category", "Category", review => review.Categories, ReviewWords.Category),
        new("hours", "By hour", "Hour", review => review.Hours, (key, _) => ReviewWords.Hour(key)),
    ];

    public static readonly IReadOnlyList<ReviewColumn> Columns =
    [
        new("claims", "Claims", g => Whole(g.Claims), g => g.Claims),
        new("back", "Back, of claims", g => ReviewWords.Say(g.Back), g => g.Back.Value),
        new("time", "Time back", g => ReviewWords.Say(g.TimeBack), g => g.TimeBack.Count == 0 ? null : g.TimeBack.Median),
        new("word", "First word", g => ReviewWords.Say(g.FirstWord), g => g.FirstWord.Count == 0 ? null : g.FirstWord.Median),
        new("items", "Back, of items", g => ReviewWords.Say(g.ItemsBack), g => g.ItemsBack.Whole == 0 ? null : g.ItemsBack.Whole),
        new("promises", "Promises kept", g => ReviewWords.Say(g.Promises), g => g.Promises.Value),
        new("repeats", "Asked again", g => ReviewWords.Say(g.Repeats), g => g.Repeats.Whole == 0 ? null : g.Repeats.Part),
        new("rating", "Ratings", g => ReviewWords.Say(g.Ratings), g => g.Ratings.Mean),
    ];

    /// <summary>As the address asks, or as they come.</summary>
    public IReadOnlyList<GroupFigures> Sorted(ReviewedDays review, string? sort) => Columns.FirstOrDefault(c => c.Key == sort) is { } column
        ? [.. Rows(review).OrderBy(g => column.Sort(g) is null).ThenByDescending(g => column.Sort(g))]
        : Rows(review);

    /// <summary>For a spreadsheet: plain numbers, times in minutes, and both sides of every share.</summary>
    public string ToCsv(ReviewedDays review, VenueConfig venue)
    {
        var csv = new StringBuilder();
        csv.Append(Cell(First)).Append(",claims filed,claims back,minutes to back median,minutes to back p90,minutes to first word median,minutes to first word p90,items registered,items back,promises judged,promises kept,guests who asked again,ratings,mean rating\r\n");
        foreach (var g in Rows(review))
        {
            csv.Append(Cell(Say(g.Key, venue))).Append(',').AppendJoin(',', [
                Whole(g.Claims), Whole(g.Back.Part), Minutes(g.TimeBack.Count, g.TimeBack.Median), Minutes(g.TimeBack.Count, g.TimeBack.P90),
                Minutes(g.FirstWord.Count, g.FirstWord.Median), Minutes(g.FirstWord.Count, g.FirstWord.P90), Whole(g.ItemsBack.Whole), Whole(g.ItemsBack.Part),
                Whole(g.Promises.Whole), Whole(g.Promises.Part), Whole(g.Repeats.Part), Whole(g.Ratings.Count),
                g.Ratings.Mean?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
            ]).Append("\r\n");
        }
        return csv.ToString();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Minutes(int count, double minutes) => count == 0 ? "" : minutes.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Quoted, and never a formula: spreadsheets run what begins like one.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
