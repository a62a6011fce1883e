using LostFound.Web.Features.Handover;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Scanning;

public enum BinScanOutcome
{
    Moved,

    /// <summary>The record said so already.</summary>
    AlreadyHere,

    /// <summary>Told late, and since then the item was moved elsewhere: noted, but where it is now stays.</summary>
    Overtaken,

    HandedOver,
    UnknownTag,
    NotATag,
}

/// <summary>One scan while a bin was open: an item was put there, or why that could not be taken down.</summary>
public sealed class BinScan
{
    /// <summary>The request id that the device made: the same scan sent twice is one row.</summary>
    public required Guid Id { get; init; }

    public required string Bin { get; init; }

    /// <summary>The tag; as it came, cut, when it was none.</summary>
    public required string Code { get; init; }

    public Guid? ItemId { get; set; }
    public BinScanOutcome Outcome { get; set; }

    /// <summary>Where the item was until then: an undone move goes back there.</summary>
    public string? FromDesk { get; set; }
    public string? FromBin { get; set; }

    /// <summary>When it was scanned.</summary>
    public required DateTime At { get; init; }

    /// <summary>When the server heard of it: later, if the device had no network.</summary>
    public required DateTime TakenAt { get; init; }

    public required Guid StaffId { get; init; }
    public required Guid DeviceId { get; init; }
    public DateTime? UndoneAt { get; set; }

    public bool WasRefused => Outcome is BinScanOutcome.HandedOver or BinScanOutcome.UnknownTag or BinScanOutcome.NotATag;
}

public sealed class BinScanTable : IEntityTypeConfiguration<BinScan>
{
    public void Configure(EntityTypeBuilder<BinScan> builder)
    {
        builder.ToTable("bin_scans");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(HandoverLimits.RawCode);
        builder.HasIndex(s => new { s.Bin, s.DeviceId, s.At });
    }
}
