using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary><c>/claims/{id}/close</c> and <c>/claims/{id}/send</c>: what the guest is told, then that it is done.</summary>
internal sealed class ClosingPages(Store store, ConfigStore config, CloseNotFound close, SendItem send, TimeProvider clock)
{
    public const string HowField = "how";
    public const string WhenField = "sent";
    public const string TrackingField = "tracking";
    public const string RequestField = "request";

    public static void Map(IEndpointRouteBuilder app)
    {
        var claim = app.MapGroup("/claims/{id:guid}").RequireAuthorization(Policies.Agent);
        claim.MapGet("close", (Guid id, ClosingPages pages) => pages.ClosePageAsync(id, "", null, StatusCodes.Status200OK));
        claim.MapPost("close", (Guid id, HttpContext http, PostedForm form, ClosingPages pages) => pages.TakeCloseAsync(id, form, http.User.Actor(), http.RequestAborted));
        claim.MapGet("send", (Guid id, ClosingPages pages) => pages.ShowSendAsync(id));
        claim.MapPost("send", (Guid id, HttpContext http, PostedForm form, ClosingPages pages) => pages.TakeSendAsync(id, form, http.User.Actor(), http.RequestAborted));
    }

    private async Task<IResult> TakeCloseAsync(Guid id, PostedForm form, Actor by, CancellationToken cancellation)
    {
        var typed = form.Text(CloseNotFound.ReasonField);
        var done = form.Problem is { } problem ? problem : await close.HandleAsync(id, typed, by, cancellation);
        if (done.Succeeded)
            return new SeeOther(AddressOf(id));
        return done.Refusal.Kind == RefusalKind.Invalid
            ? await ClosePageAsync(id, typed, done.Refusal.Message, done.Refusal.Status())
            : done.Refusal.AsPage("This claim stays open", AddressOf(id), "Back to the claim");
    }

    private async Task<IResult> ClosePageAsync(Guid id, string reason, string? error, int status)
    {
        var venue = config.Current;
        var (claim, obstacle) = await store.ReadAsync(async db => await db.Claims.SingleOrDefaultAsync(c => c.Id == id) is { } found
            ? (found, await ClosingObstacles.OfAsync(db, found, venue.Matching.SuggestThreshold))
            : (null, null));
        if (claim is null)
            return NotFound();
        if (obstacle is not null)
            return new Refusal(RefusalKind.Conflict, obstacle).AsPage("This claim can’t be closed now", AddressOf(id), "Back to the claim");
        return Render.Page<ClosePage>(new { claim.Id, claim.Reference, venue.Closing.OnFileDays, Reason = reason, Error = error }, status, noStore: true);
    }

    private Task<IResult> ShowSendAsync(Guid id)
    {
        var now = config.Current.LocalTime(clock.GetUtcNow().UtcDateTime);
        var culture = CultureInfo.InvariantCulture;
        return SendPageAsync(id, new SendTyped("", now.ToString("yyyy-MM-dd", culture), now.ToString("HH:mm", culture), "", Guid.NewGuid().ToString()), null, StatusCodes.Status200OK);
    }

    private async Task<IResult> TakeSendAsync(Guid id, PostedForm form, Actor by, CancellationToken cancellation)
    {
        var typed = SendTyped.Read(form);
        if (form.Problem is { } problem)
            return await SendPageAsync(id, typed, new FormErrors().Add(HowField, problem.Message), problem.Status());
        var errors = new FormErrors();
        if (typed.Check(id, config.Current.Clock, clock.GetUtcNow().UtcDateTime, errors) is not { } input)
            return await SendPageAsync(id, typed, errors, StatusCodes.Status422UnprocessableEntity);
        var done = await send.HandleAsync(input, by, cancellation);
        return done.Succeeded ? new SeeOther(AddressOf(id)) : done.Refusal.AsPage("It was not marked as sent", AddressOf(id), "Back to the claim");
    }

    private async Task<IResult> SendPageAsync(Guid id, SendTyped typed, FormErrors? errors, int status)
    {
        var (claim, obstacle) = await store.ReadAsync(async db => await db.Claims.SingleOrDefaultAsync(c => c.Id == id) is { } found
            ? (found, await SendItem.ObstacleAsync(db, found))
            : (null, null));
        if (claim is null)
            return NotFound();
        if (obstacle is not null)
            return obstacle.AsPage("It can’t be sent now", AddressOf(id), "Back to the claim");
        var today = config.Current.LocalTime(clock.GetUtcNow().UtcDateTime).Date;
        return Render.Page<SendPage>(new { claim.Id, claim.Reference, Typed = typed, Errors = errors, Today = DateOnly.FromDateTime(today) }, status, noStore: true);
    }

    private static string AddressOf(Guid id) => $"/claims/{id}";

    private static IResult NotFound() => new Refusal(RefusalKind.NotFound, "There is no such claim.").AsPage("We looked, but this claim isn’t here", "/claims", "Search the claims");
}

/// <summary>The sending form as it was filled in.</summary>
public sealed record SendTyped(string How, string Date, string Time, string Tracking, string Request)
{
    public static SendTyped Read(PostedForm form) => new(
        form.Text(ClosingPages.HowField), form.Text($"{ClosingPages.WhenField}-date"), form.Text($"{ClosingPages.WhenField}-time"),
        GuestText.CleanLine(form.Text(ClosingPages.TrackingField)), form.Text(ClosingPages.RequestField));

    /// <summary>Null when something is wrong, and then <paramref name="errors"/> says what.</summary>
    public SendItemInput? Check(Guid claimId, VenueClock clock, DateTime now, FormErrors errors)
    {
        if (!Enum.TryParse<SentHow>(How, out var how) || !Enum.IsDefined(how))
            errors.Add(ClosingPages.HowField, "Choose how it was sent");
        DateTime? at = DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out var time) && day.Year is > 2000 and < 9000
            ? clock.Utc(day.ToDateTime(time)) : null;
        if (at is null)
            errors.Add(ClosingPages.WhenField, "Enter the day and the time when it was sent");
        else if (at > now + ClaimLimits.ClockAhead)
            errors.Add(ClosingPages.WhenField, "That is still to come. Mark it as sent once it left the house");
        else if (at < now.AddDays(-ClosingLimits.MaxDaysAgo))
            errors.Add(ClosingPages.WhenField, $"That is more than {ClosingLimits.MaxDaysAgo} days ago: check the day");
        if (Tracking.Length > ClosingLimits.Tracking)
            errors.Add(ClosingPages.TrackingField, $"The number can have {ClosingLimits.Tracking} characters, and this has {Tracking.Length}");
        if (!Guid.TryParse(Request, out var request))
            errors.Add(ClosingPages.HowField, "This page is damaged. Open it again");
        return errors.Count > 0 ? null : new SendItemInput(claimId, request, how, at!.Value, Tracking);
    }
}
