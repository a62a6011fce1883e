using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Claims.Closing;

public enum SentHow { Post, Courier, Transfer }

/// <summary>How a claim was closed by us: posted to the owner, or without a find. For staff, but for how it was sent.</summary>
public sealed class ClaimClosing
{
    public long Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required DateTime At { get; init; }

    /// <summary><see cref="ClaimStatus.Sent"/> or <see cref="ClaimStatus.NotFound"/>.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Null when the worker closed it after the days of looking.</summary>
    public Guid? StaffId { get; init; }

    public string StaffName { get; init; } = "";

    /// <summary>Why staff closed it before its time; never shown to guests.</summary>
    public string Reason { get; init; } = "";

    /// <summary>For what was sent: the item, how, when, and the carrier's number for following it.</summary>
    public Guid? ItemId { get; init; }
    public SentHow? How { get; init; }
    public DateTime? SentAt { get; init; }
    public string Tracking { get; set; } = "";
}

public static class ClosingLimits
{
    public const int Reason = 300;
    public const int Tracking = 80;

    /// <summary>What was taken to the post last week may still be written down.</summary>
    public const int MaxDaysAgo = 14;
}

public sealed class ClaimClosingTable : IEntityTypeConfiguration<ClaimClosing>
{
    public void Configure(EntityTypeBuilder<ClaimClosing> builder)
    {
        builder.ToTable("claim_closings");
        builder.Property(c => c.Reason).HasMaxLength(ClosingLimits.Reason);
        builder.Property(c => c.Tracking).HasMaxLength(ClosingLimits.Tracking);
        builder.HasIndex(c => c.ClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }
}
