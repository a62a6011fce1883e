using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary><c>/board/line</c>: what guests really waited, by lane and hour, a desk and a day at a time.</summary>
internal static class MeasuredLinePages
{
    public const string Page = "/board/line";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Page, ShowAsync).RequireAuthorization(Policies.Supervisor);

    /// <summary>Of today.</summary>
    public static string Address(string desk) => $"{Page}?desk={Uri.EscapeDataString(desk)}";

    public static string Address(string desk, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Address(desk)}&day={day:yyyy-MM-dd}");

    private static async Task<IResult> ShowAsync(HttpContext http, ReadMeasuredWaits read, ConfigStore config, string? desk, string? day)
    {
        var venue = config.Current;
        // A mangled desk or day in a link opens one's own desk today.
        var shown = venue.Desk(desk ?? http.User.Actor().Desk) ?? venue.Desks[0];
        var on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked <= read.Today && asked.Year > 2000 ? asked : read.Today;
        return Render.Page<MeasuredLinePage>(new
        {
            Desk = shown.Key,
            Desks = venue.Desks.Select(d => new Choice(d.Key, d.Name)).ToList(),
            Waits = await read.HandleAsync(shown.Key, on),
            IsToday = on == read.Today,
        }, noStore: true);
    }
}
