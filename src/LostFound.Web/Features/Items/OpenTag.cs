using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Staff;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>
/// <c>/t/{tag}</c>: what the QR code on a label opens. Staff get the item. Anyone else is asked to bring it to a
/// desk, without a look at the database, so that neither words nor time tell whether a code is in use.
/// </summary>
internal static class OpenTag
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/t/{tag}", ShowAsync).RequireRateLimiting(RateLimits.LookUp);

    private static async Task<IResult> ShowAsync(string tag, HttpContext http, Store store, ConfigStore config, Words say)
    {
        var atWork = http.User.ActorOrNone() is not null;
        if (!TagCode.TryParse(tag, out var code))
            return Render.Page<TagTypoPage>(new { Corrections = atWork ? ScanPages.Address(tag) : null }, StatusCodes.Status404NotFound, noStore: true);
        if (!atWork)
            return Render.Page<HandInPage>(new { Desks = DesksOf(config.Current, say) }, noStore: true);
        var id = await store.ReadAsync(db => db.Items.Where(i => i.Tag == code).Select(i => (Guid?)i.Id).SingleOrDefaultAsync());
        return id is { } known
            ? new SeeOther($"/items/{known}")
            : new Refusal(RefusalKind.NotFound, $"{TagCode.Display(code)} is a proper tag, but no item is registered under it here. If it is a new label, register the item with it.")
                .AsPage("No item has this tag", $"/kiosk?tag={code}", "Register an item with it");
    }

    private static DeskWay[] DesksOf(VenueConfig venue, Words say) =>
        [.. venue.Desks.Select(desk => new DeskWay(desk.NameIn(say), venue.Place(desk.Place)?.NameIn(say) ?? desk.Place, venue.ZoneOfPlace(desk.Place)?.NameIn(say)))];
}

/// <summary>Where a desk is, for someone who walks there.</summary>
public sealed record DeskWay(string Name, string Place, string? Zone);
