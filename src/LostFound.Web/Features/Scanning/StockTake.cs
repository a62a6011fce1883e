using LostFound.Web.Features.Handover;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Scanning;

/// <summary>One count of what lies in a bin. A bin has at most one under way: who starts another joins it.</summary>
public sealed class StockTake
{
    public required Guid Id { get; init; }
    public required string Bin { get; init; }
    public required DateTime StartedAt { get; init; }
    public required string StartedBy { get; init; }
    public DateTime? FinishedAt { get; set; }
    public string? FinishedBy { get; set; }

    public bool IsOpen => FinishedAt is null;
}

public enum StockTakeFinding
{
    /// <summary>There, as the record says.</summary>
    Present,

    /// <summary>The record has it in another bin of this desk, or in none.</summary>
    OtherBin,

    OtherDesk,
    HandedOver,
    UnknownTag,

    /// <summary>Nobody scanned it until the count was finished.</summary>
    Missing,
}

/// <summary>A tag in a count, once however many people scanned it: the first who did stands here.</summary>
public sealed class StockTakeScan
{
    public required Guid StockTakeId { get; init; }
    public required string Code { get; init; }
    public required StockTakeFinding Finding { get; set; }
    public Guid? ItemId { get; init; }

    /// <summary>Where the record had the item when it was scanned.</summary>
    public string? FromDesk { get; init; }
    public string? FromBin { get; init; }

    public required DateTime At { get; set; }
    public required Guid StaffId { get; set; }
    public required string StaffName { get; set; }
    public required Guid DeviceId { get; set; }
}

public sealed class StockTakeTable : IEntityTypeConfiguration<StockTake>, IEntityTypeConfiguration<StockTakeScan>
{
    public void Configure(EntityTypeBuilder<StockTake> builder)
    {
        builder.ToTable("stock_takes");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.Bin, t.StartedAt });
        builder.HasIndex(t => t.Bin, "ux_stock_takes_open").IsUnique().HasFilter("\"FinishedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<StockTakeScan> builder)
    {
        builder.ToTable("stock_take_scans");
        builder.HasKey(s => new { s.StockTakeId, s.Code });
        builder.Property(s => s.Code).HasMaxLength(HandoverLimits.RawCode);
        builder.HasOne<StockTake>().WithMany().HasForeignKey(s => s.StockTakeId).OnDelete(DeleteBehavior.Cascade);
    }
}
