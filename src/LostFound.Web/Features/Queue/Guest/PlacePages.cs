using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>/q from the poster, and /q/{token}: a place without a claim.</summary>
internal static class PlacePages
{
    public const string Line = "/q";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Line, AskAsync).RequireRateLimiting(RateLimits.LookUp);
        app.MapPost(Line, JoinAsync).RequireRateLimiting(RateLimits.GuestWrite);
        var own = ClaimPages.PrivateGroup(app, $"/q/{TokenHidingServer.Mask}");
        own.MapGet("", ShowAsync).RequireRateLimiting(RateLimits.LookUp);
        own.MapGet("status", ShowStatusAsync).RequireRateLimiting(RateLimits.LookUp);
        own.MapPost("here", ArriveAsync).RequireRateLimiting(RateLimits.GuestWrite);
        own.MapPost("leave", LeaveAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    private static async Task<IResult> AskAsync(HttpContext context, string? desk, Store store, TicketTokens tokens, JoinQuestion question, Words say)
    {
        var key = GuestKey.Ensure(context);
        if (await store.ReadAsync(db => PlaceTaking.HeldAsync(db, claimId: null, key.Hash)) is { } held)
            return new SeeOther(tokens.For(held.Id).Address);
        return await question.PageAsync(JoinTyped.Fresh(desk ?? ""), Wish.Anybody(say), Line, back: "/");
    }

    private static async Task<IResult> JoinAsync(HttpContext context, PostedForm form, JoinQuestion question, Words say, CancellationToken cancellation)
    {
        var typed = JoinTyped.From(form);
        var outcome = form.Problem is { } problem
            ? problem
            : await question.SendAsync(typed, Wish.Anybody(say), JoinedFrom.Poster, claimId: null, GuestKey.From(context)?.Hash, cancellation);
        return outcome.Succeeded
            ? new SeeOther(outcome.Value.Token!.Value.Address)
            : await question.PageAsync(typed, Wish.Anybody(say), Line, back: "/", outcome.Refusal);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TicketToken token, TicketTokens tokens, ReadPlace read, ChangeFeed feed, ConfigStore config, ServerSettings settings)
    {
        // Subscribe first, read second: a movement between the two is then read again, never missed.
        var sequence = feed.Latest;
        if (await tokens.FindIdAsync(token) is not { } id || await read.HandleAsync(id) is not { } view)
            return ClaimPages.Unknown();
        return Render.Page<PlacePage>(new
        {
            View = view,
            Token = token,
            Rules = config.Current.Queue,
            Link = config.Current.PublicUrl(context.Request) + token.Address,
            Sequence = sequence,
            settings.PollSeconds,
        }, noStore: true);
    }

    private static async Task<IResult> ShowStatusAsync(HttpContext context, TicketToken token, TicketTokens tokens, ReadPlace read, ConfigStore config)
    {
        if (await tokens.FindIdAsync(token) is not { } id || await read.HandleAsync(id) is not { } view)
            return ClaimPages.Unknown();
        return ClaimPages.IsUnchanged(context, view)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Render.Fragment<PlacePanel>(new { View = view, Address = token.Address, AgainAddress = $"{Line}?desk={view.Desk}", config.Current.Queue.WalkMinutes });
    }

    private static Task<IResult> ArriveAsync(TicketToken token, PostedForm form, TicketTokens tokens, ArriveAtDesk arrive, Words say, CancellationToken cancellation) =>
        ActAsync(token, form, tokens, say, id => arrive.HandleAsync(id, cancellation));

    private static Task<IResult> LeaveAsync(TicketToken token, PostedForm form, TicketTokens tokens, LeaveLine leave, Words say, CancellationToken cancellation) =>
        ActAsync(token, form, tokens, say, id => leave.HandleAsync(id, cancellation));

    private static async Task<IResult> ActAsync(TicketToken token, PostedForm form, TicketTokens tokens, Words say, Func<Guid, Task<Outcome<bool>>> act)
    {
        if (await tokens.FindIdAsync(token) is not { } id)
            return ClaimPages.Unknown();
        var outcome = form.Problem is { } problem ? problem : await act(id);
        return outcome.Succeeded ? new SeeOther(token.Address) : outcome.Refusal.AsPage(say["queue.not-any-more"], token.Address, say["queue.to-place"]);
    }
}
