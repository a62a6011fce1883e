using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>A guest needs us no more. Whatever was kept for the claim is free for others again.</summary>
public sealed class WithdrawClaim(Store store, TimeProvider clock, Words say)
{
    public const string FoundIt = "found";
    public const string NoLonger = "no-longer";

    /// <summary>Who stands in an item's custody when a guest's own doing moved it: nobody of the staff did.</summary>
    private static readonly Actor Guest = new(Guid.Empty, "The guest", StaffRole.Agent, Guid.Empty, "claim page", "");

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = ClaimPages.OwnGroup(app);
        group.MapGet("withdraw", AskAsync).RequireRateLimiting(RateLimits.LookUp);
        group.MapPost("withdraw", WithdrawAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    public Task<Outcome<bool>> HandleAsync(Guid claimId, bool found, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return store.WriteAsync<bool>(async db =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
            if (claim.Status == ClaimStatus.Withdrawn)
                return true;
            if (!claim.MayBeWithdrawn)
                return new Refusal(RefusalKind.Conflict, say["closing.closed-already"]);
            await FreeItemAsync(db, claim, now);
            (claim.Status, claim.ClosedAt, claim.NeedsMatching) = (ClaimStatus.Withdrawn, now, false);
            await db.EndAsync(claim, now, withWord: false);
            claim.Version++;
            db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = found ? ClaimEventKind.FoundByGuest : ClaimEventKind.Withdrawn });
            db.Announce(Topics.Claim(claimId), now, claim.Version);
            db.Announce(Topics.Inbox, now);
            db.Announce(Topics.Board, now);
            return true;
        }, cancellation);
    }

    private static async Task FreeItemAsync(LostFoundDb db, Claim claim, DateTime now)
    {
        foreach (var candidate in await db.Candidates.Where(c => c.ClaimId == claim.Id && c.Status == CandidateStatus.Confirmed).ToListAsync(CancellationToken.None))
        {
            (candidate.Status, candidate.DecidedAt) = (CandidateStatus.Rejected, now);
            candidate.Version++;
        }
        foreach (var item in await db.Items.Where(i => i.ClaimId == claim.Id && i.Status == ItemStatus.OnHold).ToListAsync(CancellationToken.None))
        {
            // Before the event is written: it tells of the item as it is from now on.
            (item.Status, item.ClaimId, item.NeedsMatching) = (ItemStatus.InStorage, null, true);
            await db.RecordCustodyAsync(item, CustodyKind.Released, Guest, now, $"Free again: the guest closed claim {claim.Reference}.");
            item.Version++;
            db.Announce(Topics.Item(item.Id), now, item.Version);
        }
    }

    private static async Task<IResult> AskAsync(ClaimToken token, ClaimByToken claims) =>
        await claims.FindIdAsync(token.Text) is null ? ClaimPages.Unknown() : Page(token, null, null, StatusCodes.Status200OK);

    private static async Task<IResult> WithdrawAsync(HttpContext context, ClaimToken token, PostedForm form, ClaimByToken claims, WithdrawClaim withdraw, Words say)
    {
        if (await claims.FindIdAsync(token.Text) is not { } claimId)
            return ClaimPages.Unknown();
        var reason = form.Text("reason");
        if (form.Problem is { } problem)
            return Page(token, reason, problem.Message, problem.Status());
        if (reason is not (FoundIt or NoLonger))
            return Page(token, reason, say["status.withdraw-choose"], StatusCodes.Status422UnprocessableEntity);
        var outcome = await withdraw.HandleAsync(claimId, reason == FoundIt, context.RequestAborted);
        return outcome.Succeeded ? new SeeOther(token.Address) : outcome.Refusal.AsPage(say["status.withdraw-done"], token.Address, say["status.to-claim"]);
    }

    private static IResult Page(ClaimToken token, string? chosen, string? error, int status) =>
        Render.Page<WithdrawPage>(new { Token = token, Chosen = chosen, Error = error }, status, noStore: true);
}
