using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>
/// Tells that an item lies elsewhere now. A move is a fact that has happened, so it is taken whatever else changed
/// on the record meanwhile; only an item that left the house cannot move. Saying the same place twice adds nothing.
/// </summary>
public sealed class MoveItem(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(Guid itemId, Whereabouts to, Actor by, CancellationToken cancellation) =>
        HandleAsync(items => items.Where(i => i.Id == itemId), to, by, cancellation);

    public Task<Outcome<Guid>> HandleAsync(string tag, Whereabouts to, Actor by, CancellationToken cancellation) =>
        HandleAsync(items => items.Where(i => i.Tag == tag), to, by, cancellation);

    private Task<Outcome<Guid>> HandleAsync(Func<IQueryable<Item>, IQueryable<Item>> which, Whereabouts to, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        if (await which(db.Items).SingleOrDefaultAsync() is not { } item)
            return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
        if (!item.MayBeChanged)
            return ItemRefusals.Closed;
        var now = clock.GetUtcNow().UtcDateTime;
        if (to == Whereabouts.Of(item))
            await db.FoundAgainAsync(item, by, now);
        else
            await db.MoveAsync(item, to, by, now, config.Current);
        return item.Id;
    }, cancellation);
}

/// <summary><c>/items/{id}/move</c>: the form for <see cref="MoveItem"/>.</summary>
internal sealed class MoveForm(Store store, ConfigStore config, MoveItem move)
{
    public const string Field = "to";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/move", (Guid id, MoveForm form) => form.ShowAsync(id)).RequireAuthorization(Policies.Agent);
        app.MapPost("/items/{id:guid}/move", (Guid id, HttpContext http, PostedForm posted, MoveForm form, CancellationToken cancellation) => form.TakeAsync(id, http, posted, cancellation))
            .RequireAuthorization(Policies.Agent);
    }

    private Task<IResult> ShowAsync(Guid id) => PageAsync(id, typed: null, error: null, StatusCodes.Status200OK);

    private async Task<IResult> TakeAsync(Guid id, HttpContext http, PostedForm posted, CancellationToken cancellation)
    {
        var typed = posted.Text(Field);
        if (posted.Problem is { } problem)
            return await PageAsync(id, typed, problem.Message, problem.Status());
        if (Whereabouts.Parse(typed, config.Current) is not { } to)
            return await PageAsync(id, typed, typed.Length == 0 ? "Choose where it is now" : "This bin is not in the list any more: choose another", StatusCodes.Status422UnprocessableEntity);
        var moved = await move.HandleAsync(id, to, http.User.Actor(), cancellation);
        return moved.Succeeded ? new SeeOther($"/items/{id}") : Refused(id, moved.Refusal);
    }

    private async Task<IResult> PageAsync(Guid id, string? typed, string? error, int status)
    {
        var venue = config.Current;
        var item = await store.ReadAsync(db => db.Items.SingleOrDefaultAsync(i => i.Id == id));
        if (item is null)
            return ShowItem.Unknown();
        if (!item.MayBeChanged)
            return Refused(id, ItemRefusals.Closed);
        return Render.Page<MovePage>(new
        {
            ItemId = id,
            item.Tag,
            Title = ItemWords.Title(item, venue),
            Now = ItemWords.Whereabouts(item.Desk, item.Bin, venue),
            To = typed ?? new Whereabouts(item.Desk, item.Bin).Value,
            Errors = error is null ? null : new FormErrors().Add(Field, error),
            Places = Places(venue),
        }, status, noStore: true);
    }

    private static ChoiceGroup[] Places(VenueConfig venue) => [.. venue.Desks.Select(desk => new ChoiceGroup(desk.Key, desk.Name,
    [
        .. venue.BinsAt(desk.Key).Select(bin => new Choice(bin.Code, $"{bin.Code} · {bin.Name}")),
        new Choice(new Whereabouts(desk.Key, null).Value, "At the desk, in no bin"),
    ]))];

    private static IResult Refused(Guid id, Refusal refusal) => refusal.Kind == RefusalKind.NotFound
        ? ShowItem.Unknown()
        : refusal.AsPage("This record is closed", $"/items/{id}", "Back to the item");
}
