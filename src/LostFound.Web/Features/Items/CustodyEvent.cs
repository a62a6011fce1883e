using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Items;

public enum CustodyKind { Registered, Moved, Amended, HeldForClaim, Released, HandedOver, Missed, FoundAgain, CashCounted, SealBroken, Disposed, Sent }

/// <summary>
/// Who had an item, when, why. Only ever added. Each carries the hash of the one before it, so that an event
/// changed or taken out afterwards shows (`audit verify`).
/// </summary>
public sealed class CustodyEvent
{
    public required Guid ItemId { get; init; }

    /// <summary>1 for the registration, then upwards without gaps.</summary>
    public required int Sequence { get; init; }

    public required DateTime At { get; init; }
    public required CustodyKind Kind { get; init; }
    public required Guid StaffId { get; init; }
    public required string StaffName { get; init; }
    public required Guid DeviceId { get; init; }
    public required string DeviceName { get; init; }
    public string? Bin { get; init; }
    public Guid? ClaimId { get; init; }

    /// <summary>In plain words, what was done: shown in the item's timeline.</summary>
    public required string Note { get; init; }

    public required byte[] PreviousHash { get; init; }
    public byte[] Hash { get; private set; } = [];

    public void Seal() => Hash = ComputeHash();

    public byte[] ComputeHash() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', [
        Convert.ToHexString(PreviousHash), ItemId.ToString("N"), Sequence.ToString(CultureInfo.InvariantCulture),
        At.Ticks.ToString(CultureInfo.InvariantCulture), Kind.ToString(), StaffId.ToString("N"), StaffName,
        DeviceId.ToString("N"), DeviceName, Bin ?? "", ClaimId?.ToString("N") ?? "", Note,
    ])));
}

public static class CustodyExtensions
{
    /// <summary>Adds the next event to the item's chain, in the transaction of the change that it tells of.</summary>
    public static async Task<CustodyEvent> RecordCustodyAsync(
        this LostFoundDb db, Item item, CustodyKind kind, Actor by, DateTime at, string note)
    {
        var last = await db.CustodyEvents.AsNoTracking()
            .Where(e => e.ItemId == item.Id).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync();
        var next = new CustodyEvent
        {
            ItemId = item.Id,
            Sequence = (last?.Sequence ?? 0) + 1,
            At = at,
            Kind = kind,
            StaffId = by.StaffId,
            StaffName = by.StaffName,
            DeviceId = by.DeviceId,
            DeviceName = by.DeviceName,
            Bin = item.Bin,
            ClaimId = item.ClaimId,
            Note = note,
            PreviousHash = last?.Hash ?? [],
        };
        next.Seal();
        db.CustodyEvents.Add(next);
        return next;
    }
}

public sealed class CustodyEventTable : IEntityTypeConfiguration<CustodyEvent>
{
    public void Configure(EntityTypeBuilder<CustodyEvent> builder)
    {
        builder.ToTable("custody_events");
        builder.HasKey(e => new { e.ItemId, e.Sequence });
        builder.HasIndex(e => e.At);
        builder.HasOne<Item>().WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
