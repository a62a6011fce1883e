using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Valuables;

/// <summary>Two people counted the same, sealed it and put it into a safe. Never changed; a later count is another one.</summary>
public sealed class CashCount
{
    public required Guid Id { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>The custody event that tells of it.</summary>
    public required int CustodySequence { get; init; }

    public required Guid FirstStaffId { get; init; }
    public required string FirstStaffName { get; init; }
    public required DateTime FirstCountedAt { get; init; }
    public required Guid SecondStaffId { get; init; }
    public required string SecondStaffName { get; init; }
    public required DateTime SecondCountedAt { get; init; }
    public required Guid DeviceId { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>A <see cref="CountedCash"/> as JSON.</summary>
    public required string Counted { get; init; }

    public required string Seal { get; init; }
    public required string Bin { get; init; }

    public CountedCash Cash() => CountedCash.FromJson(Counted);

    /// <summary>Stands in the custody event, so that the hash chain holds this row too.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', [
        Id.ToString("N"), ItemId.ToString("N"), FirstStaffId.ToString("N"), FirstStaffName, Ticks(FirstCountedAt), SecondStaffId.ToString("N"),
        SecondStaffName, Ticks(SecondCountedAt), DeviceId.ToString("N"), DeviceName, Counted, Seal, Bin,
    ]))))[..16];

    private static string Ticks(DateTime at) => at.Ticks.ToString(CultureInfo.InvariantCulture);
}

public sealed class CashCountTable : IEntityTypeConfiguration<CashCount>
{
    public void Configure(EntityTypeBuilder<CashCount> builder)
    {
        builder.ToTable("cash_counts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Seal).HasMaxLength(ValuablesLimits.SealMost);
        builder.HasIndex(c => new { c.ItemId, c.CustodySequence }).IsUnique();
        builder.HasIndex(c => c.Seal).IsUnique();
        builder.HasOne<Item>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The seal that an item's cash is under.</summary>
/// <param name="Count">The latest one.</param>
/// <param name="IsBroken">Somebody found it broken after that count.</param>
public sealed record SealOnItem(CashCount Count, bool IsBroken)
{
    public string Number => Count.Seal;
}

public static class CashCountQueries
{
    /// <summary>Null when the item's cash was never counted.</summary>
    public static async Task<SealOnItem?> SealOnAsync(this LostFoundDb db, Guid itemId)
    {
        var latest = await db.CashCounts.AsNoTracking().Where(c => c.ItemId == itemId).OrderByDescending(c => c.CustodySequence).FirstOrDefaultAsync();
        return latest is null
            ? null
            : new SealOnItem(latest, await db.CustodyEvents.AnyAsync(e => e.ItemId == itemId && e.Kind == CustodyKind.SealBroken && e.Sequence > latest.CustodySequence));
    }

    public static Task<bool> SealIsUsedAsync(this LostFoundDb db, string seal) => db.CashCounts.AnyAsync(c => c.Seal == seal);

    /// <summary>Counts that no longer are what the chain says of them, and events whose count is gone.</summary>
    public static async Task<List<CustodyBreak>> BrokenCountsAsync(this LostFoundDb db)
    {
        var told = await (
            from e in db.CustodyEvents
            where e.Kind == CustodyKind.CashCounted
            join i in db.Items on e.ItemId equals i.Id
            join c in db.CashCounts on new { e.ItemId, e.Sequence } equals new { c.ItemId, Sequence = c.CustodySequence } into counts
            from c in counts.DefaultIfEmpty()
            orderby e.At
            select new { i.Tag, e.Sequence, e.Note, Count = c }).ToListAsync();
        return [.. told
            .Where(row => row.Count is null || !row.Note.Contains(row.Count.Fingerprint(), StringComparison.Ordinal))
            .Select(row => new CustodyBreak(row.Tag, row.Sequence, row.Count is null ? "the count of cash that it tells of is missing" : "the count of cash that it tells of was changed"))];
    }
}
