using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>What staff decided during the demo's day: some matches confirmed, some proposed, one guest asked; the rest waits.</summary>
public sealed class DemoDecisions(IServiceProvider services, Store store, DemoAccess access, DemoClock then)
{
    private const int Confirmed = 12;
    private const int Proposed = 3;

    public async Task DecideAsync(IReadOnlyList<(Guid ItemId, DemoClaimFiled Claim)> pairs, DateTime now, CancellationToken cancellation)
    {
        var worker = services.GetRequiredService<MatchWorker>();
        while (await worker.SweepAsync(cancellation) > 0)
        {
        }
        var done = 0;
        foreach (var (itemId, claim) in pairs)
        {
            if (done == Confirmed + Proposed)
                return;
            if (await FindAsync(itemId, claim) is not { } candidate)
                continue;
            then.Now = now.AddMinutes(-45 + done * 2);
            done += await DecideAsync(candidate, confirm: done < Confirmed, cancellation) ? 1 : 0;
        }
    }

    private async Task<bool> DecideAsync(Candidate candidate, bool confirm, CancellationToken cancellation)
    {
        var decision = new Decision(candidate.Id, candidate.Version, Guid.NewGuid());
        var by = access.Acting(DemoAccess.Maya);
        var decisions = ActivatorUtilities.CreateInstance<Decisions>(services, (TimeProvider)then);
        if (confirm)
            return (await ActivatorUtilities.CreateInstance<ConfirmMatch>(services, decisions).HandleAsync(decision, by, cancellation)).Succeeded;
        var proposed = await ActivatorUtilities.CreateInstance<ProposeMatch>(services, decisions).HandleAsync(decision, by, cancellation);
        return proposed.Succeeded && (await AskAsync(candidate.ClaimId, by, cancellation)).Succeeded;
    }

    private Task<Outcome<Guid>> AskAsync(Guid claimId, Actor by, CancellationToken cancellation) =>
        ActivatorUtilities.CreateInstance<AskGuest>(services, (TimeProvider)then)
            .HandleAsync(claimId, "Is there anything inside or on it that nobody else would know about?", by, cancellation);

    /// <summary>The matcher's candidate for the true pair, when it found it.</summary>
    private Task<Candidate?> FindAsync(Guid itemId, DemoClaimFiled claim)
    {
        var hash = ClaimTokens.Hash(claim.Token);
        return store.ReadAsync(db => db.Candidates.SingleOrDefaultAsync(k =>
            k.ItemId == itemId && k.Status == CandidateStatus.Open && db.Claims.Any(c => c.Id == k.ClaimId && c.TokenHash == hash)));
    }
}
