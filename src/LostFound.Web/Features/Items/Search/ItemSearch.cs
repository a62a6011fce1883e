using System.Globalization;
using LostFound.Web.Configuration;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace LostFound.Web.Features.Items.Search;

/// <summary>What items to list. All of it comes from the address, so that a search can be kept and shared.</summary>
/// <param name="From">Found on this local day or later.</param>
/// <param name="To">Found on this local day or earlier.</param>
public sealed record ItemSearch(
    string Words, string Category, string Colour, string Place, string Bin, ItemStatus? Status, DateOnly? From, DateOnly? To, int Page)
{
    private const string Day = "yyyy-MM-dd";
    private static readonly ItemSearch Everything = new("", "", "", "", "", null, null, null, 1);

    public bool IsEverything => this with { Page = 1 } == Everything;

    /// <summary>Whether anything is chosen beside words.</summary>
    public bool IsNarrowed => this with { Page = 1, Words = "" } != Everything;

    public static ItemSearch Of(IQueryCollection query) => new(
        Trimmed(query["q"]), Trimmed(query["category"]), Trimmed(query["colour"]), Trimmed(query["place"]), Trimmed(query["bin"]),
        Enum.TryParse<ItemStatus>(query["status"], ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        DayIn(query["from"]), DayIn(query["to"]),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    /// <summary>The instants that the days mean at the venue: from the first on, before the last. An open end is null.</summary>
    public (DateTime? From, DateTime? To) Between(VenueConfig venue) => (
        From is { } from ? venue.Clock.Utc(from.ToDateTime(TimeOnly.MinValue)) : null,
        To is { } to ? venue.Clock.Utc(to.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null);

    public static string Text(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    public string Address(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("q", Words), ("category", Category), ("colour", Colour), ("place", Place), ("bin", Bin),
            ("status", Status?.ToString() ?? ""), ("from", Text(From)), ("to", Text(To)),
        })
        {
            if (value.Length > 0)
                query.Add(name, value);
        }
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/items" + query;
    }

    private static DateOnly? DayIn(StringValues values) =>
        DateOnly.TryParseExact(values.ToString(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static string Trimmed(StringValues values)
    {
        var text = values.ToString().Trim();
        return text.Length <= ItemLimits.SearchLength ? text : text[..ItemLimits.SearchLength];
    }
}
