using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Handover;

/// <summary>How the recipient showed that the item is theirs.</summary>
public enum ProofKind { AnsweredQuestions, UnlockedDevice, PhotoId, ReceiptOrSerial, DescribedContents }

/// <summary>The release of an item to its owner, with what was signed.</summary>
public sealed class HandoverRecord
{
    public required Guid Id { get; init; }

    /// <summary>Unique: an item is handed over once.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Null when a guest collected without ever having filed a claim.</summary>
    public Guid? ClaimId { get; init; }

    /// <summary>The recipient's name, sealed like other contact details.</summary>
    public required byte[] Recipient { get; init; }

    public required ProofKind Proof { get; init; }
    public required string ProofNote { get; init; }

    /// <summary>The very words that were signed.</summary>
    public required string SignedText { get; init; }

    /// <summary>The signature as an SVG path.</summary>
    public required string Signature { get; init; }

    /// <summary>SHA-256 over the signed text and the signature, so that neither can be exchanged alone.</summary>
    public required byte[] SignatureHash { get; init; }

    public required Guid StaffId { get; init; }
    public required Guid DeviceId { get; init; }
    public required DateTime At { get; init; }
}

public enum ScanRefusal { NotATag, UnknownTag, AlreadyHandedOver, ChangedMeanwhile, HeldForAnother }

/// <summary>A scan or a handover that was refused: data, not an error, since patterns in it tell of trouble.</summary>
public sealed class RefusedScan
{
    public long Id { get; init; }
    public required DateTime At { get; init; }
    public required ScanRefusal Reason { get; init; }

    /// <summary>What was scanned or typed, as it came, cut to 200 characters.</summary>
    public required string RawCode { get; init; }

    public Guid? ItemId { get; init; }
    public required Guid StaffId { get; init; }
    public required Guid DeviceId { get; init; }
}

public sealed class HandoverTable : IEntityTypeConfiguration<HandoverRecord>, IEntityTypeConfiguration<RefusedScan>
{
    public void Configure(EntityTypeBuilder<HandoverRecord> builder)
    {
        builder.ToTable("handovers");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.ItemId).IsUnique();
        builder.HasIndex(h => h.At);
        builder.HasOne<Item>().WithMany().HasForeignKey(h => h.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RefusedScan> builder)
    {
        builder.ToTable("refused_scans");
        builder.Property(r => r.RawCode).HasMaxLength(200);
        builder.HasIndex(r => r.At);
    }
}
