using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Handover;

/// <summary>What was handed over, to whom, when, by whom, and what was signed for it.</summary>
public sealed record Receipt
{
    public required Guid ItemId { get; init; }
    public required string Tag { get; init; }
    public required string Title { get; init; }
    public required string Recipient { get; init; }
    public required DateTime At { get; init; }
    public required string StaffName { get; init; }
    public required string DeviceName { get; init; }
    public required ProofKind Proof { get; init; }
    public required string ProofNote { get; init; }
    public required Guid? ClaimId { get; init; }
    public required string? ClaimReference { get; init; }
    public required string SignedText { get; init; }
    public required Signature Signature { get; init; }

    /// <summary>False when text or signature was exchanged since.</summary>
    public required bool IsGenuine { get; init; }

    public required VenueTime Time { get; init; }
}

/// <summary><c>/handover/{id}/receipt</c>. It names the recipient, so each look is audited.</summary>
public sealed class ReadReceipt(Store store, ConfigStore config, ContactVault vault, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/handover/{id:guid}/receipt", async (Guid id, HttpContext http, ReadReceipt read) =>
            await read.HandleAsync(id, http.User.Actor()) is { } receipt
                ? Render.Page<ReceiptPage>(new { Receipt = receipt }, noStore: true)
                : ShowItem.Unknown());

    /// <summary>Null when the item was not handed over.</summary>
    public async Task<Receipt?> HandleAsync(Guid itemId, Actor by)
    {
        var receipt = await store.ReadAsync(db => ReadAsync(db, itemId));
        if (receipt is not null)
            await store.WriteAsync(db => { db.Audit(AuditKind.ViewedClaim, Now, receipt.ClaimReference ?? $"Receipt {receipt.Tag}", by); return Task.CompletedTask; }, CancellationToken.None);
        return receipt;
    }

    private async Task<Receipt?> ReadAsync(LostFoundDb db, Guid itemId)
    {
        if (await db.Handovers.SingleOrDefaultAsync(h => h.ItemId == itemId) is not { } record)
            return null;
        var item = await db.Items.SingleAsync(i => i.Id == itemId);
        var custody = await db.CustodyEvents.SingleAsync(e => e.ItemId == itemId && e.Kind == CustodyKind.HandedOver);
        var venue = config.Current;
        return new Receipt
        {
            ItemId = itemId,
            Tag = item.Tag,
            Title = ItemWords.Title(item, venue),
            Recipient = vault.OpenText(record.Recipient),
            At = record.At,
            StaffName = custody.StaffName,
            DeviceName = custody.DeviceName,
            Proof = record.Proof,
            ProofNote = record.ProofNote,
            ClaimId = record.ClaimId,
            ClaimReference = await db.Claims.Where(c => c.Id == record.ClaimId).Select(c => c.Reference).SingleOrDefaultAsync(),
            SignedText = vault.OpenText(record.SignedText),
            Signature = new Signature(record.SignatureKind, vault.OpenText(record.Signature)),
            IsGenuine = record.Verify(vault),
            Time = new VenueTime(venue.TimeZone, Now),
        };
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
