using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Notifications.Guest;

/// <summary>
/// /c/{token}/tell-me: how the guest wants to be told. The link in every e-mail leads here; opening it changes nothing,
/// because mail scanners open links, and one tap on the page stops them all.
/// </summary>
internal static class TellMePages
{
    public const string ByField = "by";
    public const string KindsField = "kinds";
    public const string Email = "email";
    public const string Sms = "sms";
    public const string OnlyNeeded = "needed";
    public const string All = "all";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = ClaimPages.OwnGroup(app);
        group.MapGet("tell-me", ShowAsync).RequireRateLimiting(RateLimits.LookUp);
        group.MapPost("tell-me", SaveAsync).RequireRateLimiting(RateLimits.GuestWrite);
        group.MapPost("tell-me/stop", StopAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    private static async Task<IResult> ShowAsync(ClaimToken token, ClaimByToken claims, ChooseNotifications choose, string? saved) =>
        await claims.FindIdAsync(token.Text) is { } id ? await PageAsync(token, id, choose, saved is not null, null) : ClaimPages.Unknown();

    private static Task<IResult> SaveAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, ChooseNotifications choose)
    {
        var by = form.Many(ByField);
        return ChangeAsync(context, token, form, claims, choose, now => now with
        {
            // What wasn't offered stays as it is, for when it is.
            Email = now.MayEmail ? by.Contains(Email, StringComparer.Ordinal) : now.Email,
            Sms = now.MaySms ? by.Contains(Sms, StringComparer.Ordinal) : now.Sms,
            OnlyNeeded = form.Text(KindsField) == OnlyNeeded,
        });
    }

    private static Task<IResult> StopAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, ChooseNotifications choose) =>
        ChangeAsync(context, token, form, claims, choose, now => now with { Email = false, Sms = false });

    private static async Task<IResult> ChangeAsync(
        HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, ChooseNotifications choose, Func<GuestChoices, GuestChoices> change)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        if (form.Problem is { } problem)
            return await PageAsync(token, claimId, choose, saved: false, problem);
        await choose.HandleAsync(claimId, change, context.RequestAborted);
        return new SeeOther($"{token.Address}/tell-me?saved=1");
    }

    private static async Task<IResult> PageAsync(ClaimToken token, Guid claimId, ChooseNotifications choose, bool saved, Refusal? refused) =>
        Render.Page<TellMePage>(new { Token = token, Choices = await choose.ReadAsync(claimId), Saved = saved, Error = refused?.Message }, refused?.Status() ?? StatusCodes.Status200OK, noStore: true);
}
