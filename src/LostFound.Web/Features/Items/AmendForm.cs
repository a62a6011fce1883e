using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary><c>/items/{id}/amend</c>: the form for <see cref="AmendItem"/>, its errors, and its conflict page.</summary>
internal sealed class AmendForm(Store store, ConfigStore config, AmendItem amend, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/amend", (Guid id, HttpContext http, AmendForm form) => form.ShowAsync(id, http)).RequireAuthorization(Policies.Agent);
        app.MapPost("/items/{id:guid}/amend", (Guid id, HttpContext http, PostedForm posted, AmendForm form, CancellationToken cancellation) => form.TakeAsync(id, http, posted, cancellation))
            .RequireAuthorization(Policies.Agent);
    }

    private async Task<IResult> ShowAsync(Guid id, HttpContext http)
    {
        if (await FindAsync(id) is not { } item)
            return ShowItem.Unknown();
        return item.MayBeChanged
            ? Page(item, http, ItemTyped.From(item, config.Current), item.Version)
            : Closed(id);
    }

    private async Task<IResult> TakeAsync(Guid id, HttpContext http, PostedForm posted, CancellationToken cancellation)
    {
        if (await FindAsync(id) is not { } item)
            return ShowItem.Unknown();
        var typed = ItemTyped.From(posted);
        // No version is an old version: the person then compares.
        var version = int.TryParse(posted.Text(ItemFields.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var errors = new FormErrors();
        if (posted.Problem is { } problem)
            return Page(item, http, typed, version, errors.Add(ItemFields.Category, problem.Message), problem.Status());
        if (ItemFacts.Check(typed, config.Current, clock.GetUtcNow().UtcDateTime, errors) is not { } facts)
            return Page(item, http, typed, version, errors, StatusCodes.Status422UnprocessableEntity);
        var amended = await amend.HandleAsync(new AmendItemInput(id, version, facts), http.User.Actor(), cancellation);
        if (amended.Succeeded)
            return new SeeOther($"/items/{id}");
        if (amended.Refusal.Field == ItemFields.Photos)
            return Page(item, http, typed, version, errors.Add(ItemFields.Category, amended.Refusal.Message), amended.Refusal.Status());
        return amended.Refusal == ItemRefusals.ChangedMeanwhile ? await CompareAsync(id, http, typed, facts) : Closed(id);
    }

    /// <summary>Both versions side by side; what was typed stands in the form, which now answers the newer version.</summary>
    private async Task<IResult> CompareAsync(Guid id, HttpContext http, ItemTyped typed, ItemFacts facts)
    {
        if (await FindAsync(id) is not { } newer)
            return ShowItem.Unknown();
        var differences = ItemChanges.Between(newer, facts, config.Current);
        var by = await store.ReadAsync(db => db.CustodyEvents.Where(e => e.ItemId == id).OrderByDescending(e => e.Sequence).Select(e => e.StaffName).FirstAsync());
        return Page(newer, http, typed, newer.Version, null, StatusCodes.Status409Conflict, differences, by);
    }

    private Task<Item?> FindAsync(Guid id) => store.ReadAsync(db => db.Items.SingleOrDefaultAsync(i => i.Id == id));

    private static IResult Closed(Guid id) => ItemRefusals.Closed.AsPage("This record is closed", $"/items/{id}", "Back to the item");

    private IResult Page(
        Item item, HttpContext http, ItemTyped typed, int version, FormErrors? errors = null, int status = StatusCodes.Status200OK,
        IReadOnlyList<ItemChange>? differences = null, string? changedBy = null)
    {
        var venue = config.Current;
        return Render.Page<AmendPage>(new
        {
            ItemId = item.Id,
            item.Tag,
            Title = ItemWords.Title(item, venue),
            Typed = typed,
            Version = version,
            Errors = errors,
            Differences = differences,
            ChangedBy = changedBy,
            Choices = ItemChoices.Of(venue, http.User.Actor().Desk),
            Today = DateOnly.FromDateTime(venue.LocalTime(clock.GetUtcNow().UtcDateTime)),
        }, status, noStore: true);
    }
}
