using LostFound.Web.Features.Staff;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;

namespace LostFound.Web.Features.Items;

/// <summary>
/// <c>POST /kiosk/colours</c>: what colours a photo shows, asked by the kiosk's script while somebody is still
/// typing. Only an offer: the person chooses. The picture is not kept.
/// </summary>
internal sealed class ProposeColours(PhotoColours colours)
{
    private static readonly Refusal NoPhoto = new(RefusalKind.Invalid, "No photo arrived. Send one.", ItemFields.PhotoForColours);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/kiosk/colours", (PostedForm form, ProposeColours propose, CancellationToken cancellation) => propose.AnswerAsync(form, cancellation))
            .RequireAuthorization(Policies.Agent)
            .WithMetadata(new RequestSizeLimitAttribute(ItemLimits.ColoursRequestBytes));

    private async Task<IResult> AnswerAsync(PostedForm form, CancellationToken cancellation)
    {
        if (form.Problem is { } problem)
            return problem.AsJson();
        if (form.Files.GetFile(ItemFields.PhotoForColours) is not { } photo)
            return NoPhoto.AsJson();
        var bytes = new byte[photo.Length];
        await using (var stream = photo.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, cancellation);
        var seen = await colours.OfUploadAsync(bytes, cancellation);
        return seen.Succeeded ? Results.Json(new { colours = seen.Value }) : seen.Refusal.AsJson();
    }
}
