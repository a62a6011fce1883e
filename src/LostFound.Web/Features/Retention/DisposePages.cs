using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Retention;

/// <summary><c>/items/{id}/dispose</c>: what to do with it, then that it was done.</summary>
internal sealed class DisposePages(Store store, ConfigStore config, DisposeItem dispose, SecondPerson seconds, TimeProvider clock)
{
    public const string NoteField = "note";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/dispose", (Guid id, HttpContext http, DisposePages pages) => pages.ShowAsync(id, http.User.Actor())).RequireAuthorization(Policies.Agent);
        app.MapPost("/items/{id:guid}/dispose", (Guid id, HttpContext http, PostedForm form, DisposePages pages) => pages.TakeAsync(id, form, http.User.Actor(), http.RequestAborted))
            .RequireAuthorization(Policies.Agent)
            .RequireRateLimiting(RateLimits.SignIn);
    }

    private Task<IResult> ShowAsync(Guid id, Actor by) => PageAsync(id, by, new DisposeTyped("", "", Guid.NewGuid().ToString()), null, StatusCodes.Status200OK);

    private async Task<IResult> TakeAsync(Guid id, PostedForm form, Actor by, CancellationToken cancellation)
    {
        var typed = new DisposeTyped(form.Text(NoteField).Trim(), form.Text(SecondPerson.WhoField), form.Text(ItemFields.RequestId));
        if (form.Problem is { } problem)
            return await PageAsync(id, by, typed, problem, problem.Status());
        if (!Guid.TryParse(typed.Request, out var request))
            return await PageAsync(id, by, typed with { Request = Guid.NewGuid().ToString() }, new Refusal(RefusalKind.Invalid, "This page is damaged. Send it once more"), StatusCodes.Status422UnprocessableEntity);
        if (typed.Note.Length > DisposalLimits.Note)
            return await PageAsync(id, by, typed, new Refusal(RefusalKind.Invalid, $"The note can have {DisposalLimits.Note} characters, and this has {typed.Note.Length}", NoteField), StatusCodes.Status422UnprocessableEntity);
        StaffMember? watched = null;
        if (await NeedsWitnessAsync(id))
        {
            var proved = await seconds.ProveAsync(form, by, cancellation);
            if (!proved.Succeeded)
                return await PageAsync(id, by, typed, proved.Refusal, proved.Refusal.Status());
            watched = proved.Value;
        }
        var done = await dispose.HandleAsync(new DisposeItemInput(id, request, typed.Note), watched, by, cancellation);
        return done.Succeeded ? new SeeOther($"/items/due?done={id}") : await PageAsync(id, by, typed, done.Refusal, done.Refusal.Status());
    }

    private Task<bool> NeedsWitnessAsync(Guid id) => store.ReadAsync(async db =>
        await db.Items.Where(i => i.Id == id).Select(i => i.Category).SingleOrDefaultAsync() is { } category
        && config.Current.RetentionOf(category) is { Witness: true });

    private async Task<IResult> PageAsync(Guid id, Actor by, DisposeTyped typed, Refusal? refusal, int status)
    {
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        var (item, obstacle) = await store.ReadAsync(async db => await db.Items.SingleOrDefaultAsync(i => i.Id == id) is { } found
            ? (found, await DisposeItem.ObstacleAsync(db, found, venue, now))
            : (null, null));
        if (item is null)
            return ShowItem.Unknown();
        if (obstacle is not null)
            return obstacle.AsPage("This item stays as it is", $"/items/{id}", "Back to the item");
        return Render.Page<DisposePage>(new
        {
            item.Id,
            item.Tag,
            Title = ItemWords.Title(item, venue),
            Whereabouts = ItemWords.Whereabouts(item.Desk, item.Bin, venue),
            Care = ItemCare.Of(item, venue, now)!,
            Typed = typed,
            People = await seconds.ChoicesAsync(by),
            Errors = refusal is null ? null : new FormErrors().Add(refusal.Field ?? NoteField, refusal.Message),
        }, status, noStore: true);
    }
}

/// <summary>The form as it was sent, without the PIN.</summary>
public sealed record DisposeTyped(string Note, string Who, string Request);
