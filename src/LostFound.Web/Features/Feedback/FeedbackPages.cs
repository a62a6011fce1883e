using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Promises;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Feedback;

/// <summary>
/// <c>/c/{token}/feedback</c>. Opening it saves nothing, whatever its address says: mail scanners and previews open every
/// link. A number in the address is chosen beforehand, and the guest's own tap sends it.
/// </summary>
internal sealed class FeedbackPages(Store store, ContactVault vault, ConfigStore config, Words words, TimeProvider clock)
{
    public const string RatingField = "rating";
    public const string ReasonsField = "reasons";
    public const string WordsField = "words";
    public const string WholeField = "whole";

    public static void Map(IEndpointRouteBuilder app)
    {
        var own = ClaimPages.OwnGroup(app);
        own.MapGet("feedback", ShowAsync).RequireRateLimiting(RateLimits.LookUp);
        own.MapPost("feedback", SaveAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    public static string AddressOf(ClaimToken token) => $"{token.Address}/feedback";

    private static async Task<IResult> ShowAsync(ClaimToken token, ClaimByToken claims, FeedbackPages pages, string? rating) =>
        await claims.FindIdAsync(token.Text) is { } claimId ? await pages.PageAsync(token, claimId, chosen: RatingIn(rating), null, null) : ClaimPages.Unknown();

    private static async Task<IResult> SaveAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, FeedbackPages pages, SaveFeedback save, Words words)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var typed = new FeedbackInput(
            RatingIn(form.Text(RatingField)) ?? 0, Reasons(form.Many(ReasonsField)), GuestText.Clean(form.Text(WordsField)), form.Text(WholeField).Length > 0);
        var saved = form.Problem is { } problem ? problem : await save.HandleAsync(claimId, typed, context.RequestAborted);
        if (saved.Succeeded)
            return new SeeOther(AddressOf(token));
        return saved.Refusal.Kind == RefusalKind.Invalid
            ? await pages.PageAsync(token, claimId, null, typed, saved.Refusal)
            : saved.Refusal.AsPage(words["feedback.not-saved"], token.Address, words["feedback.back"]);
    }

    private async Task<IResult> PageAsync(ClaimToken token, Guid claimId, int? chosen, FeedbackInput? typed, Refusal? refusal)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (claim, known, isOwedCall) = await store.ReadAsync(async db => (
            await db.Claims.SingleAsync(c => c.Id == claimId),
            await db.Feedback.SingleOrDefaultAsync(f => f.ClaimId == claimId),
            await db.Promises.AnyAsync(p => p.ClaimId == claimId && p.Kind == PromiseKind.CallBack && p.Status == PromiseStatus.Open)));
        if (!claim.IsClosed)
            return new Refusal(RefusalKind.Conflict, words["feedback.still-open"]).AsPage(words["feedback.too-early"], token.Address, words["feedback.back"]);
        var contact = vault.OpenContact(claim.Contact);
        return Render.Page<FeedbackPage>(new
        {
            Token = token,
            Rating = typed?.Rating ?? chosen ?? known?.Rating,
            Reasons = typed?.Reasons ?? known?.Reasons ?? [],
            OwnWords = typed?.OwnWords ?? known?.OwnWords ?? "",
            Saved = known is null ? null : new SavedFeedback(
                known.Rating, known.MayBeChanged(claim.ClosedAt, now), isOwedCall && known.CallBackDue > now ? known.CallBackDue : null, known.CallBackBy,
                ByPhone: contact.Phone.Length > 0, Reachable: contact.CanBeReached()),
            Refused = refusal,
            Time = new VenueTime(config.Current.TimeZone, now, words.Language),
        }, refusal?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private static int? RatingIn(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= FeedbackLimits.Worst and <= FeedbackLimits.Best ? rating : null;

    /// <summary>In the order of the list, so that the same ticks are always the same answer.</summary>
    private static string[] Reasons(string[] ticked) => [.. Enum.GetNames<FeedbackReason>().Where(name => ticked.Contains(name, StringComparer.Ordinal))];
}

/// <summary>An answer that was saved, as its guest is told of it.</summary>
/// <param name="CallBackDue">Null when nobody calls, or the time has passed.</param>
/// <param name="ByPhone">Else by e-mail.</param>
public sealed record SavedFeedback(int Rating, bool MayBeChanged, DateTime? CallBackDue, string CallBackBy, bool ByPhone, bool Reachable);
