using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>
/// What staff did with the day's matches: some confirmed, most of these collected already, some guests asked a
/// question; the rest waits for whoever tries the demo.
/// </summary>
public sealed class DemoDecisions(IServiceProvider services, Store store, ConfigStore config, DemoAccess access, DemoClock then)
{
    private const int Confirmed = 12;
    private const int Collected = 7;
    private const int Proposed = 3;
    private static readonly TimeSpan UntilConfirmed = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan UntilCollected = TimeSpan.FromMinutes(34);

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
            var decided = claim.At + UntilConfirmed;
            then.Now = decided < now ? decided : now;
            if (!await DecideAsync(candidate, confirm: done < Confirmed, cancellation))
                continue;
            var collected = decided + UntilCollected;
            if (done < Collected && collected < now)
                await HandOverAsync(itemId, collected, cancellation);
            done++;
        }
    }

    internal async Task HandOverAsync(Guid itemId, DateTime at, CancellationToken cancellation)
    {
        then.Now = at;
        var (item, claim) = await store.ReadAsync(async db =>
        {
            var held = await db.Items.SingleAsync(i => i.Id == itemId);
            return (held, await db.Claims.SingleAsync(c => c.Id == held.ClaimId));
        });
        var by = access.Acting(DemoAccess.Jonas);
        var name = services.GetRequiredService<ContactVault>().OpenContact(claim.Contact).Name;
        var text = HandoverText.Compose(name, item, by.Desk, at, config.Current);
        var input = new HandOverInput(
            itemId, Guid.NewGuid(), new HandoverDetails(name, ProofKind.AnsweredQuestions, ""),
            new SigningTicket(itemId, item.Version, claim.Id, at, SigningTicket.HashOf(text)), new Signature(SignatureKind.Typed, name));
        await ActivatorUtilities.CreateInstance<HandOver>(services, (TimeProvider)then).HandleAsync(input, by, cancellation);
    }

    internal async Task<bool> DecideAsync(Candidate candidate, bool confirm, CancellationToken cancellation)
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
            .HandleAsync(claimId, ["Is there anything inside or on it that nobody else would know about?"], by, cancellation);

    /// <summary>The matcher's candidate for the true pair, when it found it.</summary>
    internal Task<Candidate?> FindAsync(Guid itemId, DemoClaimFiled claim)
    {
        var hash = LinkSecret.Hash(claim.Token);
        return store.ReadAsync(db => db.Candidates.SingleOrDefaultAsync(k =>
            k.ItemId == itemId && k.Status == CandidateStatus.Open && db.Claims.Any(c => c.Id == k.ClaimId && c.TokenHash == hash)));
    }
}
