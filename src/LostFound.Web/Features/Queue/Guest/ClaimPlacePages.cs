using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Items;
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

    private static async Task<IResult> AskAsync(string? desk, ClaimToken token, ClaimByToken claims, Store store, JoinQuestion question)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        if (await store.ReadAsync(db => PlaceTaking.HeldAsync(db, claimId, guestKey: null)) is not null)
            return new SeeOther(token.Address);
        var wishes = await WishesAsync(store, claimId);
        return wishes.Count == 0
            ? new SeeOther(token.Address)
            : await question.PageAsync(JoinTyped.Fresh(wishes[0].Desk ?? desk ?? "", wishes[0].Value), wishes, Address(token), token.Address);
    }

    private static async Task<IResult> JoinAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, JoinQuestion question, CancellationToken cancellation)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var (typed, wishes) = (JoinTyped.From(form), await WishesAsync(store, claimId));
        if (wishes.Count == 0)
            return new Refusal(RefusalKind.Conflict, "This claim is closed, so there is nothing to come for.").AsPage("This claim is closed", token.Address, "Back to my claim");
        var outcome = form.Problem is { } problem ? problem : await question.SendAsync(typed, wishes, JoinedFrom.Claim, claimId, guestKey: null, cancellation);
        return outcome.Succeeded ? new SeeOther(token.Address) : await question.PageAsync(typed, wishes, Address(token), token.Address, outcome.Refusal);
    }

    /// <summary>What this claim's guest can come for, the likeliest first; nothing once it is closed.</summary>
    private static Task<IReadOnlyList<Wish>> WishesAsync(Store store, Guid claimId) => store.ReadAsync<IReadOnlyList<Wish>>(async db =>
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId);
        if (claim.MayBeCollected)
            return [Wish.Collect(await db.Items.Where(i => i.ClaimId == claimId && i.Status == ItemStatus.OnHold).Select(i => i.Desk).FirstOrDefaultAsync())];
        return claim.IsOpen ? [Wish.Ask, Wish.Report] : [];
    });

    private static Task<IResult> ArriveAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, ArriveAtDesk arrive, CancellationToken cancellation) =>
        ActAsync(token, form, claims, store, id => arrive.HandleAsync(id, cancellation));

    private static Task<IResult> LeaveAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, LeaveLine leave, CancellationToken cancellation) =>
        ActAsync(token, form, claims, store, id => leave.HandleAsync(id, cancellation));

    private static async Task<IResult> ActAsync(ClaimToken token, PostedForm form, ClaimByToken claims, Store store, Func<Guid, Task<Outcome<bool>>> act)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var held = await store.ReadAsync(db => PlaceTaking.HeldAsync(db, claimId, guestKey: null));
        var outcome = form.Problem is { } problem ? problem : held is null ? LineWrites.NoTicket : await act(held.Id);
        return outcome.Succeeded ? new SeeOther(token.Address) : outcome.Refusal.AsPage("That can’t be done any more", token.Address, "Back to my claim");
    }
}
