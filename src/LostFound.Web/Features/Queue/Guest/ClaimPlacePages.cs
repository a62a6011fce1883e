using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Items;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>Below /c/{token}: a place in line for a claim, which then shows on the claim's own page.</summary>
internal static class ClaimPlacePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var own = ClaimPages.OwnGroup(app);
        own.MapGet("line", AskAsync).RequireRateLimiting(RateLimits.LookUp);
        own.MapPost("line", JoinAsync).RequireRateLimiting(RateLimits.GuestWrite);
        own.MapPost("here", ArriveAsync).RequireRateLimiting(RateLimits.GuestWrite);
        own.MapPost("leave", LeaveAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    private static string Address(ClaimToken token) => $"{token.Address}/line";

    private static async Task<IResult> AskAsync(string? desk, ClaimToken token, ClaimByToken claims, Store store, JoinQuestion question, Words say)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        if (await store.ReadAsync(db => PlaceTaking.HeldAsync(db, claimId, guestKey: null)) is not null)
            return new SeeOther(token.Address);
        var wishes = await WishesAsync(store, claimId, say);
        return wishes.Count == 0
            ? new SeeOther(token.Address)
            : await question.PageAsync(JoinTyped.Fresh(wishes[0].Desk ?? desk ?? "", wishes[0].Value), wishes, Address(token), token.Address);
    }

    private static async Task<IResult> JoinAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, JoinQuestion question, Words say, CancellationToken cancellation)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var (typed, wishes) = (JoinTyped.From(form), await WishesAsync(store, claimId, say));
        if (wishes.Count == 0)
            return new Refusal(RefusalKind.Conflict, say["queue.nothing-to-come-for"]).AsPage(say["queue.claim-closed"], token.Address, say["status.to-claim"]);
        var outcome = form.Problem is { } problem ? problem : await question.SendAsync(typed, wishes, JoinedFrom.Claim, claimId, guestKey: null, cancellation);
        return outcome.Succeeded ? new SeeOther(token.Address) : await question.PageAsync(typed, wishes, Address(token), token.Address, outcome.Refusal);
    }

    /// <summary>What this claim's guest can come for, the likeliest first; nothing once it is closed.</summary>
    private static Task<IReadOnlyList<Wish>> WishesAsync(Store store, Guid claimId, Words say) => store.ReadAsync<IReadOnlyList<Wish>>(async db =>
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId);
        if (claim.MayBeCollected)
            return [Wish.Collect(await db.Items.Where(i => i.ClaimId == claimId && i.Status == ItemStatus.OnHold).Select(i => i.Desk).FirstOrDefaultAsync(), say)];
        return claim.IsOpen ? [Wish.Ask(say), Wish.Report(say)] : [];
    });

    private static Task<IResult> ArriveAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, ArriveAtDesk arrive, Words say, CancellationToken cancellation) =>
        ActAsync(token, form, claims, store, say, id => arrive.HandleAsync(id, cancellation));

    private static Task<IResult> LeaveAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, LeaveLine leave, Words say, CancellationToken cancellation) =>
        ActAsync(token, form, claims, store, say, id => leave.HandleAsync(id, cancellation));

    private static async Task<IResult> ActAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, Words say, Func<Guid, Task<Outcome<bool>>> act)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var held = await store.ReadAsync(db => PlaceTaking.HeldAsync(db, claimId, guestKey: null));
        var outcome = form.Problem is { } problem ? problem : held is null ? LineWrites.NoTicket : await act(held.Id);
        return outcome.Succeeded ? new SeeOther(token.Address) : outcome.Refusal.AsPage(say["queue.not-any-more"], token.Address, say["status.to-claim"]);
    }
}
