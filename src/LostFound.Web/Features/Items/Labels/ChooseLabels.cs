using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Labels;

/// <summary><c>/labels</c>: which items to print labels for, and on what. The newest of this desk are offered.</summary>
internal sealed class ChooseLabels(Store store, ConfigStore config, TimeProvider clock)
{
    private const int Offered = 60;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/labels", (HttpContext http, ChooseLabels choose) => choose.ShowAsync(http)).RequireAuthorization(Policies.Agent);

    private async Task<IResult> ShowAsync(HttpContext http)
    {
        var venue = config.Current;
        var desk = http.User.Actor().Desk;
        var now = clock.GetUtcNow().UtcDateTime;
        var items = await store.ReadAsync(db => db.Items
            .Where(i => i.Desk == desk).StillHere()
            .Include(i => i.Photos.Where(p => p.Ordinal == 1))
            .OrderByDescending(i => i.RegisteredAt).Take(Offered).ToListAsync());
        return Render.Page<ChooseLabelsPage>(new
        {
            Rows = items.Select(item => ItemRow.Of(item, venue, now)).ToArray(),
            Ticked = LabelChoice.Of(http.Request.Query).Items,
            Places = LabelSheetOf(venue).Places,
            Time = new VenueTime(venue.TimeZone, now),
        }, noStore: true);
    }

    internal static Configuration.Files.LabelSheet LabelSheetOf(VenueConfig venue) => venue.Labels.Sheet ?? new Configuration.Files.LabelSheet();
}
