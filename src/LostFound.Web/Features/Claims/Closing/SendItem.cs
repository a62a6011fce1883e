using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Retention;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <param name="SentAt">When it left the house (UTC).</param>
public sealed record SendItemInput(Guid ClaimId, Guid RequestId, SentHow How, DateTime SentAt, string Tracking);

/// <summary>
/// What was kept for a guest left by post. The address stands on the parcel and nowhere else; what is written down is
/// how it went, when, and the number by which it can be followed.
/// </summary>
public sealed class SendItem(Store store, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "send-item";

    public Task<Outcome<Guid>> HandleAsync(SendItemInput input, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, input);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is not null)
            return input.ClaimId;
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == input.ClaimId, CancellationToken.None) is not { } claim)
            return new Refusal(RefusalKind.NotFound, "There is no such claim.");
        if (await ObstacleAsync(db, claim) is { } obstacle)
            return obstacle;
        var item = await db.Items.AsNoTracking().SingleAsync(i => i.ClaimId == claim.Id && i.Status == ItemStatus.OnHold, CancellationToken.None);
        if (!await TakeAsync(db, item))
            return ItemRefusals.ChangedMeanwhile;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.RecordCustodyAsync(item, CustodyKind.Sent, by, now, Note(claim, input));
        await CloseAsync(db, claim, item, input, by, now);
        db.Remember(input.RequestId, Kind, input, claim.Id.ToString(), now);
        return claim.Id;
    }, cancellation);

    /// <summary>Why this claim's item may not be sent now; null when it may. The page asks before it shows the form.</summary>
    public static async Task<Refusal?> ObstacleAsync(LostFoundDb db, Claim claim)
    {
        if (!claim.MayBeSent)
            return new Refusal(RefusalKind.Conflict, "Only what is ready to collect can be sent: confirm a match first. If it was handed over or sent already, the claim’s timeline says so.");
        if (await db.Items.Where(i => i.ClaimId == claim.Id && i.Status == ItemStatus.OnHold).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(CancellationToken.None) is not { } item)
            return new Refusal(RefusalKind.Conflict, "No item is kept for this claim, so there is nothing to send.");
        return await db.SealOnAsync(item) is { IsBroken: true } seal
            ? new Refusal(RefusalKind.Conflict, $"Seal {seal.Number} is broken. Count the cash again, two of you, and put it under a new seal; then it can be sent.")
            : null;
    }

    /// <summary>The guard: as it was read, and in nobody else's hands yet.</summary>
    private static async Task<bool> TakeAsync(LostFoundDb db, Item item) => await db.Items
        .Where(i => i.Id == item.Id && i.Version == item.Version && i.ClaimId == item.ClaimId && i.Status == ItemStatus.OnHold)
        .ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, ItemStatus.HandedOver)
            .SetProperty(i => i.NeedsMatching, false)
            .SetProperty(i => i.Version, i => i.Version + 1)) == 1;

    private async Task CloseAsync(LostFoundDb db, Claim claim, Item item, SendItemInput input, Actor by, DateTime now)
    {
        (claim.Status, claim.ClosedAt) = (ClaimStatus.Sent, now);
        claim.Version++;
        await db.EndAsync(claim, now, withWord: true, by);
        db.ClaimClosings.Add(new ClaimClosing
        {
            ClaimId = claim.Id, At = now, Status = ClaimStatus.Sent, StaffId = by.StaffId, StaffName = by.StaffName,
            ItemId = item.Id, How = input.How, SentAt = input.SentAt, Tracking = input.Tracking,
        });
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = ClaimEventKind.Sent });
        db.Audit(AuditKind.ClaimSent, now, claim.Reference, by);
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        db.Announce(Topics.Item(item.Id), now, item.Version + 1);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
    }

    /// <summary>Without the carrier's number: by it the guest's address can be found, and the chain is kept for longer.</summary>
    private string Note(Claim claim, SendItemInput input) =>
        $"For claim {claim.Reference}. {ClosingWords.How(input.How)}, {RetentionWords.Day(DateOnly.FromDateTime(config.Current.LocalTime(input.SentAt)))}.";
}
