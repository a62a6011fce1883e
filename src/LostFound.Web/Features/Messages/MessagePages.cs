using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Staff;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>The addresses of the conversation: under the guest's link, and under the claim at the desk.</summary>
internal static class MessagePages
{
    public const string TextField = "text";
    public const string PicturesField = "pictures";
    public const string RequestField = "request";
    public const string ReplyField = "reply";
    public const string FromField = "from";
    public const string FromDesk = "desk";

    public static void Map(IEndpointRouteBuilder app)
    {
        var guest = ClaimPages.OwnGroup(app);
        guest.MapGet("messages", ListAsync).RequireRateLimiting(RateLimits.LookUp);
        guest.MapPost("messages", WriteAsync).RequireRateLimiting(RateLimits.GuestWrite);
        guest.MapPost("messages/read", ReadAsync).RequireRateLimiting(RateLimits.GuestWrite);
        guest.MapGet("pictures/{message:guid}/{ordinal:int}", PictureAsync).RequireRateLimiting(RateLimits.LookUp);
        var staff = app.MapGroup("/claims/{id:guid}/messages").RequireAuthorization(Policies.Agent);
        staff.MapPost("", AnswerAsync);
        staff.MapPost("read", ReadByStaffAsync);
    }

    /// <summary>Where a form of the desk came from.</summary>
    public static string BackTo(PostedForm form, Guid claimId) => form.Text(FromField) == FromDesk ? $"/desk?claim={claimId}" : $"/claims/{claimId}";

    private static async Task<IResult> ListAsync(HttpContext context, ClaimToken token, ClaimByToken claims, Store store, ReadTalk read, ConfigStore config)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var talk = await store.ReadAsync(db => read.ForGuestAsync(db, claimId, token));
        return Render.Fragment<TalkList>(new { Talk = talk, Time = ClaimPages.TimeOf(context.RequestServices, config.Current) });
    }

    /// <summary>A page for a browser, a few words of JSON for the script that keeps what was typed until this answers.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, WriteAsGuest write)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var byScript = context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        // The script then reads the page again, which brings a fresh token, and sends what it kept.
        if (byScript && form.Problem is { } stale)
            return (stale with { Kind = RefusalKind.Conflict }).AsJson();
        var typed = form.Text(TextField);
        _ = Guid.TryParse(form.Text(RequestField), out var requestId);
        var outcome = form.Problem is { } problem ? problem
            : requestId == Guid.Empty ? form.Damaged
            : await write.HandleAsync(claimId, requestId, typed, form.Files.GetFiles(PicturesField), context.RequestAborted);
        return (outcome.Succeeded, byScript) switch
        {
            (true, true) => Results.Json(new { next = Guid.NewGuid() }),
            (true, false) => new SeeOther($"{token.Address}#talk"),
            (false, true) => (outcome.Refusal! with { Kind = outcome.Refusal!.Kind == RefusalKind.Conflict ? RefusalKind.Invalid : outcome.Refusal.Kind }).AsJson(),
            (false, false) => await ClaimPages.PageAsync(context, token, claimId, message: new RefusedMessage(typed, outcome.Refusal!.Message)),
        };
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, MarkRead mark)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        if (form.Problem is null)
            await mark.ByGuestAsync(claimId, context.RequestAborted);
        return new SeeOther($"{token.Address}#talk");
    }

    /// <summary>Only under the link of the guest who sent it.</summary>
    private static async Task<IResult> PictureAsync(ClaimToken token, Guid message, int ordinal, ClaimByToken claims, Store store, PhotoStore photos)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var hash = await store.ReadAsync(db => db.MessagePictures
            .Where(p => p.MessageId == message && p.Ordinal == ordinal && db.Messages.Any(m => m.Id == message && m.ClaimId == claimId))
            .Select(p => p.Hash).SingleOrDefaultAsync());
        return hash is not null && photos.Open(hash, PhotoSize.Small) is { } jpeg ? Results.Stream(jpeg, "image/jpeg") : ClaimPages.Unknown();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, PostedForm form, WriteToGuest write)
    {
        var back = BackTo(form, id);
        var typed = form.Text(TextField);
        var reply = form.Text(ReplyField);
        _ = Guid.TryParse(form.Text(RequestField), out var requestId);
        var outcome = form.Problem is { } problem ? problem
            : requestId == Guid.Empty ? form.Damaged
            : await write.HandleAsync(id, requestId, typed, reply, context.User.Actor(), context.RequestAborted);
        return outcome.Succeeded
            ? new SeeOther(back)
            : Render.Page<MessageRefusedPage>(
                new { ClaimId = id, Typed = typed, outcome.Refusal.Message, From = form.Text(FromField), Back = back, Request = Guid.NewGuid() }, outcome.Refusal.Status(), noStore: true);
    }

    private static async Task<IResult> ReadByStaffAsync(HttpContext context, Guid id, PostedForm form, MarkRead mark)
    {
        if (form.Problem is { } problem)
            return problem.AsPage("This page had grown old", BackTo(form, id), "Back to the claim");
        await mark.ByStaffAsync(id, context.User.Actor(), context.RequestAborted);
        return new SeeOther(BackTo(form, id));
    }
}
