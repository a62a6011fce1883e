using System.Net.Mime;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Sync;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LostFound.Web.Features.Items;

/// <summary>
/// <c>/kiosk</c>: the form that registers a found item. Its script posts the same form and asks for JSON; a browser
/// without scripts posts it plainly. Both pass through here.
/// </summary>
internal sealed class Kiosk(ConfigStore config, RegisterItem register, ItemPhotos pictures, PhotoColours colours, KioskStarts starts, LikelyKinds likely, TimeProvider clock)
{
    /// <summary>Where the last item was found: most come from the same place, and a desk has its usual ones.</summary>
    private const string LastPlaceCookie = "lostfound-place";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/kiosk", (HttpContext http, string? same, Kiosk kiosk) => kiosk.ShowAsync(http, same)).RequireAuthorization(Policies.Agent);
        app.MapPost("/kiosk", (HttpContext http, PostedForm form, Kiosk kiosk, CancellationToken cancellation) => kiosk.TakeAsync(http, form, cancellation))
            .RequireAuthorization(Policies.Agent)
            .WithMetadata(new RequestSizeLimitAttribute(ItemLimits.RequestBytes));
    }

    /// <param name="same">The item of which this is one more. What is no id is the script's own (same=1), which knows the facts itself.</param>
    private async Task<IResult> ShowAsync(HttpContext http, string? same)
    {
        var venue = config.Current;
        var by = http.User.Actor();
        var start = Guid.TryParse(same, out var id) ? await starts.SameAsync(id, venue, by) : null;
        start ??= starts.New(venue, by, http.Request.Cookies[LastPlaceCookie] ?? "");
        var tag = TagCode.TryParse(http.Request.Query[ItemFields.Tag], out var code) ? code : null;
        return await PageAsync(venue, http, start, tag, Guid.NewGuid().ToString(), [], null, StatusCodes.Status200OK);
    }

    private async Task<IResult> TakeAsync(HttpContext http, PostedForm form, CancellationToken cancellation)
    {
        var venue = config.Current;
        var actor = http.User.Actor();
        var typed = ItemTyped.From(form);
        var bin = form.Text(ItemFields.Bin);
        var tag = TagCode.TryParse(form.Text(ItemFields.Tag), out var code) ? code : null;
        var errors = new FormErrors();
        if (form.Problem is { } problem)
            return await RefuseAsync(problem, []);
        var facts = ItemFacts.Check(typed, venue, clock.GetUtcNow().UtcDateTime, errors);
        if (bin.Length > 0 && venue.Bin(bin)?.Desk != actor.Desk)
            errors.Add(ItemFields.Bin, "This bin is not at your desk: choose another");
        if (!Guid.TryParse(form.Text(ItemFields.RequestId), out var requestId))
            errors.Add(ItemFields.Category, "This page is damaged. Reload it and send the form again");
        var photos = await pictures.TakeAsync(typed.Category, form.Many(ItemFields.KeptPhotos), form.Files.GetFiles(ItemFields.Photos), errors, cancellation);
        if (errors.Any)
            return await AnswerAsync(StatusCodes.Status422UnprocessableEntity, form.Text(ItemFields.RequestId), photos);

        var seen = await colours.OfStoredAsync(photos, cancellation);
        var input = new RegisterItemInput(requestId, facts!, bin.Length == 0 ? null : bin, photos, seen) { Tag = tag };
        var registered = await register.HandleAsync(input, actor, cancellation);
        return registered.Succeeded ? Accept(http, registered.Value, facts!.Place) : await RefuseAsync(registered.Refusal, photos);

        Task<IResult> RefuseAsync(Refusal refusal, IReadOnlyList<StoredPhoto> kept)
        {
            errors.Add(refusal.Field ?? ItemFields.Category, refusal.Message);
            // After a conflict the id is used up; sent again, the form is about another item.
            return AnswerAsync(refusal.Status(), refusal.Kind == RefusalKind.Conflict ? Guid.NewGuid().ToString() : form.Text(ItemFields.RequestId), kept);
        }

        async Task<IResult> AnswerAsync(int status, string id, IReadOnlyList<StoredPhoto> kept) => FromScript(http)
            ? Results.Json(new { errors, request = id, expired = form.Problem is { Kind: RefusalKind.Invalid } }, statusCode: status)
            : await PageAsync(venue, http, new KioskStart(typed, bin, PlaceFrom.Nowhere), tag, id, kept, errors, status);
    }

    private static IResult Accept(HttpContext http, RegisteredItem item, string place)
    {
        RememberPlace(http, place);
        var address = $"/items/{item.Id}/label?new=1";
        return FromScript(http)
            ? Results.Json(new { tag = item.Tag, address }, statusCode: StatusCodes.Status202Accepted, contentType: MediaTypeNames.Application.Json)
            : new SeeOther(address);
    }

    internal static void RememberPlace(HttpContext http, string place) =>
        http.Response.Cookies.Append(LastPlaceCookie, place, new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(30), Path = "/kiosk" });

    private async Task<IResult> PageAsync(VenueConfig venue, HttpContext http, KioskStart start, string? tag, string requestId, IReadOnlyList<StoredPhoto> kept, FormErrors? errors, int status)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var desk = http.User.Actor().Desk;
        return Render.Page<KioskPage>(new
        {
            Start = start,
            Tag = tag,
            Likely = await likely.AtAsync(desk, venue),
            RequestId = requestId,
            Kept = kept.Select(photo => new KeptPhoto(photo.Hash, pictures.Seal(photo))).ToArray(),
            Errors = errors,
            Choices = ItemChoices.Of(venue, desk),
            Now = now,
            LocalNow = venue.LocalTime(now),
            Device = KioskDevice.Of(venue, http.User.Actor()) with { Now = now },
        }, status, noStore: true);
    }

    private static bool FromScript(HttpContext http) => http.Request.Headers.ContainsKey("X-Requested-With");
}

/// <summary>A photo that is stored already, while the rest of its form is not right yet.</summary>
public sealed record KeptPhoto(string Hash, string Seal);
