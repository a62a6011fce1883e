using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Claims;

public sealed class ClaimTable :
    IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<ClaimEvent>,
    IEntityTypeConfiguration<ProofQuestion>, IEntityTypeConfiguration<ClaimDraft>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.TokenHash).IsUnique();
        builder.HasIndex(c => new { c.Status, c.NextWordBy });
        builder.HasIndex(c => c.FiledAt);
        builder.HasIndex(c => c.ClosedAt);
        builder.HasIndex(c => c.EmailIndex);
        builder.HasIndex(c => c.PhoneIndex);
        builder.HasIndex(c => c.Id, "ix_claims_needs_matching").HasFilter("\"NeedsMatching\" = 1");
    }

    public void Configure(EntityTypeBuilder<ClaimEvent> builder)
    {
        builder.ToTable("claim_events");
        builder.HasIndex(e => new { e.ClaimId, e.At });
        builder.HasOne<Claim>().WithMany().HasForeignKey(e => e.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ProofQuestion> builder)
    {
        builder.ToTable("proof_questions");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Round).HasDefaultValue(1);
        builder.HasIndex(q => new { q.ClaimId, q.AskedAt });
        builder.HasOne<Claim>().WithMany().HasForeignKey(q => q.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ClaimDraft> builder)
    {
        builder.ToTable("claim_drafts");
        builder.HasKey(d => d.KeyHash);
        builder.HasIndex(d => d.UpdatedAt);
    }
}
