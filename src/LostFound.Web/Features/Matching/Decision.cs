using System.Globalization;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

public static class DecisionLimits
{
    /// <summary>Characters of a reason.</summary>
    public const int Reason = 300;
}

/// <summary>What a person decides on: the candidate, as the version they saw, by a form that may arrive twice.</summary>
public sealed record Decision(Guid CandidateId, int Version, Guid RequestId)
{
    public static Outcome<Decision> Read(Guid candidateId, PostedForm form)
    {
        if (form.Problem is { } problem)
            return problem;
        return int.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && Guid.TryParse(form.Text("request"), out var request)
            ? new Decision(candidateId, version, request)
            : new Refusal(RefusalKind.Invalid, "The form arrived damaged, so nothing was decided. Decide again from here.");
    }
}

/// <summary>A candidate with both its sides, tracked, in the transaction of the decision.</summary>
internal sealed record PairInHand(LostFoundDb Db, Candidate Candidate, Claim Claim, Item Item, Actor By, DateTime At)
{
    public void Decide(CandidateStatus status, string reason = "")
    {
        (Candidate.Status, Candidate.DecidedBy, Candidate.DecidedAt, Candidate.Reason) = (status, By.StaffId, At, reason);
        Candidate.Version++;
        Db.Announce(Topics.Inbox, At);
        Db.Announce(Topics.Board, At);
    }

    /// <summary>For a decision that also changes what the claim and the item are.</summary>
    public void ChangeBothSides()
    {
        Claim.Version++;
        Item.Version++;
        Db.Announce(Topics.Claim(Claim.Id), At, Claim.Version);
        Db.Announce(Topics.Item(Item.Id), At, Item.Version);
    }
}

/// <summary>
/// The one way to decide on a candidate: once a form, only on the version that was seen, in one transaction.
/// Whoever comes second learns who decided what, and when.
/// </summary>
public sealed class Decisions(Store store, ConflictWords conflicts, TimeProvider clock)
{
    /// <summary>SQLITE_CONSTRAINT_UNIQUE.</summary>
    private const int UniqueViolation = 2067;

    /// <summary>The claim's id, when <paramref name="decide"/> had nothing against it.</summary>
    /// <param name="kind">Names the decision in the record of requests.</param>
    /// <param name="asked">All that the form said, so that a repeat is told from another form.</param>
    internal async Task<Outcome<Guid>> DecideAsync(
        string kind, Decision decision, object asked, Actor by, Func<PairInHand, Task<Refusal?>> decide, CancellationToken cancellation)
    {
        try
        {
            return await store.WriteAsync<Guid>(async db =>
            {
                var before = await db.AnsweredBeforeAsync(decision.RequestId, kind, asked);
                if (!before.Succeeded)
                    return before.Refusal;
                if (before.Value is { } answer)
                    return Guid.Parse(answer);
                if (await TakeInHandAsync(db, decision.CandidateId, by) is not { } pair)
                    return Gone;
                if (pair.Candidate.Version != decision.Version)
                    return await conflicts.SeenTooLateAsync(pair);
                if (await decide(pair) is { } refusal)
                    return refusal;
                db.Remember(decision.RequestId, kind, asked, pair.Claim.Id.ToString(), pair.At);
                return pair.Claim.Id;
            }, cancellation);
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException or { InnerException: SqliteException { SqliteExtendedErrorCode: UniqueViolation } })
        {
            // The database itself refused a second winner, as its unique indexes are there to do.
            return await store.ReadAsync(async db => await TakeInHandAsync(db, decision.CandidateId, by) is { } pair
                ? await conflicts.HeldElsewhereAsync(pair)
                : Gone);
        }
    }

    private static Refusal Gone => new(RefusalKind.Conflict,
        "The claim or the item was edited meanwhile, and they no longer look alike. Nothing was decided.");

    private async Task<PairInHand?> TakeInHandAsync(LostFoundDb db, Guid candidateId, Actor by)
    {
        if (await db.Candidates.SingleOrDefaultAsync(k => k.Id == candidateId) is not { } candidate)
            return null;
        var claim = await db.Claims.SingleAsync(c => c.Id == candidate.ClaimId);
        var item = await db.Items.SingleAsync(i => i.Id == candidate.ItemId);
        return new PairInHand(db, candidate, claim, item, by, clock.GetUtcNow().UtcDateTime);
    }
}
