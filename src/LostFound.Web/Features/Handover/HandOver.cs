using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Handover;

/// <summary>What was shown and signed, from a form that may arrive twice.</summary>
public sealed record HandOverInput(Guid ItemId, Guid RequestId, HandoverDetails Details, SigningTicket Ticket, Signature Signature);

/// <summary>
/// Releases an item to its owner. Of two desks at once only one wins, by a conditional update; the other's attempt is
/// recorded in the same transaction that refuses it.
/// </summary>
public sealed class HandOver(Store store, ConfigStore config, ContactVault vault, TimeProvider clock)
{
    private const string Kind = "hand-over";
    private const int FingerprintInNote = 16;

    /// <returns>Null when it is done, now or by the same form before; else what stood in its way, already recorded.</returns>
    public Task<Outcome<ScanRefusal?>> HandleAsync(HandOverInput input, Actor by, CancellationToken cancellation) => store.WriteAsync<ScanRefusal?>(async db =>
    {
        var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, input);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is not null)
            return (ScanRefusal?)null;
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.ItemId) is not { } item)
            return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
        // Broken since, counted again under another one, or never looked at: the seal as it is now must be the one that was found whole.
        if (await db.SealOnAsync(input.ItemId) is { } seal && (seal.IsBroken || seal.Number != input.Details.Seal))
            return new Refusal(RefusalKind.Conflict, "The seal on this item changed, or was not looked at. Look at it again before the item leaves.");
        var now = clock.GetUtcNow().UtcDateTime;
        var text = HandoverText.Compose(input.Details.Name, item, by.Desk, input.Ticket.At, config.Current);
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.Id == input.Ticket.ClaimId);
        if (!input.Ticket.IsFor(text) || claim is { MayBeCollected: false } || !await TakeAsync(db, input.Ticket))
        {
            var reason = await ReasonAsync(db, input.Ticket);
            db.RecordRefusal(reason, item.Tag, item.Id, by, now);
            return reason;
        }
        var record = Record(input, text, by, now);
        db.Handovers.Add(record);
        await db.RecordCustodyAsync(item, CustodyKind.HandedOver, by, now, CustodyNote(record, claim, input.Details.Seal));
        await CloseAsync(db, claim, now, by);
        db.Announce(Topics.Item(item.Id), now, item.Version + 1);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        db.Remember(input.RequestId, Kind, input, record.Id.ToString(), now);
        return (ScanRefusal?)null;
    }, cancellation);

    /// <summary>The guard: as it was shown, and in nobody else's hands yet.</summary>
    private static async Task<bool> TakeAsync(LostFoundDb db, SigningTicket ticket) => await db.Items
        .Where(i => i.Id == ticket.ItemId && i.Version == ticket.ItemVersion && i.ClaimId == ticket.ClaimId
            && (i.Status == ItemStatus.InStorage || i.Status == ItemStatus.OnHold))
        .ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, ItemStatus.HandedOver)
            .SetProperty(i => i.NeedsMatching, false)
            .SetProperty(i => i.Version, i => i.Version + 1)) == 1;

    private static async Task<ScanRefusal> ReasonAsync(LostFoundDb db, SigningTicket ticket)
    {
        var item = await db.Items.AsNoTracking().SingleAsync(i => i.Id == ticket.ItemId);
        return item.Status switch
        {
            ItemStatus.HandedOver => ScanRefusal.AlreadyHandedOver,
            ItemStatus.Disposed => ScanRefusal.Disposed,
            ItemStatus.OnHold when item.ClaimId != ticket.ClaimId => ScanRefusal.HeldForAnother,
            ItemStatus.OnHold or ItemStatus.InStorage => ScanRefusal.ChangedMeanwhile,
        };
    }

    private HandoverRecord Record(HandOverInput input, string text, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ItemId = input.ItemId,
        ClaimId = input.Ticket.ClaimId,
        Recipient = vault.SealText(input.Details.Name),
        Proof = input.Details.Proof,
        ProofNote = input.Details.Note,
        SignedText = vault.SealText(text),
        SignatureKind = input.Signature.Kind,
        Signature = vault.SealText(input.Signature.Content),
        SignatureHash = HandoverRecord.HashOf(input.ItemId, text, input.Signature),
        StaffId = by.StaffId,
        DeviceId = by.DeviceId,
        At = now,
    };

    /// <summary>
    /// Without personal data, since the chain is kept longer than that. The hash ties what was signed into the chain:
    /// to exchange it unseen, every later event would have to be forged as well.
    /// </summary>
    private static string CustodyNote(HandoverRecord record, Claim? claim, string seal) =>
        $"{(claim is null ? "Without a claim" : $"For claim {claim.Reference}")}. {HandoverWords.Proof(record.Proof)}. {(seal.Length > 0 ? $"Seal {seal} was whole. " : "")}"
        + $"Signature {Convert.ToHexStringLower(record.SignatureHash)[..FingerprintInNote]}.";

    private static async Task CloseAsync(LostFoundDb db, Claim? claim, DateTime now, Actor by)
    {
        if (claim is null)
            return;
        (claim.Status, claim.ClosedAt) = (ClaimStatus.Collected, now);
        await db.EndAsync(claim, now, withWord: false, by);
        claim.Version++;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = now, Kind = ClaimEventKind.Collected });
        db.Announce(Topics.Claim(claim.Id), now, claim.Version);
    }
}
