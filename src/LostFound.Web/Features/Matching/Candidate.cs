using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Matching;

public enum CandidateStatus
{
    /// <summary>Computed; nobody has looked at it yet.</summary>
    Open,

    /// <summary>Staff think it likely, and are asking for proof.</summary>
    Proposed,

    /// <summary>Staff are sure: the item is held for the claim, and the guest is told.</summary>
    Confirmed,

    /// <summary>Staff decided that it is not the guest's.</summary>
    Rejected,
}

/// <summary>An item that might fit a claim, with the reasons. A match once staff proposed or confirmed it.</summary>
public sealed class Candidate
{
    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>Evidence for it, as log2 odds: the prior and all contributions.</summary>
    public required double Bits { get; set; }

    public required double Probability { get; set; }

    /// <summary>The contributions that make up <see cref="Bits"/>, as JSON: the explanation is the score.</summary>
    public required string Contributions { get; set; }

    /// <summary>Which weights computed it.</summary>
    public required string ModelVersion { get; set; }

    public CandidateStatus Status { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why, in the words of whoever decided; empty when they gave none.</summary>
    public string Reason { get; set; } = "";

    public int Version { get; set; } = 1;

    public bool MayBeDecided => Status is CandidateStatus.Open or CandidateStatus.Proposed;
}

public sealed class CandidateTable : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("candidates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Reason).HasMaxLength(DecisionLimits.Reason);
        builder.HasIndex(c => new { c.ClaimId, c.ItemId }).IsUnique();
        builder.HasIndex(c => new { c.Status, c.Probability });
        // Two desks may decide at once: one item is held for one claim, and one claim gets one item.
        builder.HasIndex(c => c.ItemId, "ix_candidates_one_confirmed_an_item").IsUnique().HasFilter("\"Status\" = 'Confirmed'");
        builder.HasIndex(c => c.ClaimId, "ix_candidates_one_confirmed_a_claim").IsUnique().HasFilter("\"Status\" = 'Confirmed'");
        builder.HasIndex(c => c.ItemId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Item>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
