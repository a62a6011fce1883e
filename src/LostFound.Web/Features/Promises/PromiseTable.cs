using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Promises;

public sealed class PromiseTable : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<Heartbeat>
{
    public const string OneOpen = "ux_promises_open";

    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("promises", table => table.HasCheckConstraint(
            "ck_promises_explained", "\"Status\" <> 'Broken' OR \"Miss\" < 2 OR length(trim(\"Explanation\")) > 0"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        // Of two who settle it at once, the second finds it settled.
        builder.Property(p => p.Status).IsConcurrencyToken();
        builder.HasIndex(p => new { p.ClaimId, p.Kind }, OneOpen).IsUnique().HasFilter("\"Status\" = 'Open'");
        builder.HasIndex(p => p.DueAt, "ix_promises_owed").HasFilter("\"Status\" IN ('Open', 'Unexplained')");
        builder.HasIndex(p => p.ClaimId);
        builder.HasIndex(p => p.SettledAt);
        builder.HasOne<Claim>().WithMany().HasForeignKey(p => p.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Heartbeat> builder)
    {
        builder.ToTable("heartbeats");
        builder.HasIndex(h => h.LastAt);
    }
}
