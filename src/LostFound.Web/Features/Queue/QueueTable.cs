using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Queue;

public sealed class QueueTable :
    IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<Counter>, IEntityTypeConfiguration<TicketEvent>
{
    /// <summary>One place a guest, while it is one: whoever was served may join again.</summary>
    private const string IsActive = "\"State\" IN ('Waiting', 'Called', 'Kept', 'Serving')";

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets");
        builder.Ignore(t => t.LastTold);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Desk).HasMaxLength(40);
        builder.Property(t => t.Name).HasMaxLength(QueueLimits.MaxName);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.Desk, t.Day, t.Number }).IsUnique();
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => t.ClaimId, "ux_tickets_claim").IsUnique().HasFilter("\"ClaimId\" IS NOT NULL AND " + IsActive);
        builder.HasIndex(t => t.GuestKey, "ux_tickets_guest").IsUnique().HasFilter("\"GuestKey\" IS NOT NULL AND " + IsActive);
        builder.HasIndex(t => t.Desk, "ix_tickets_active").HasFilter(IsActive);
        builder.HasIndex(t => new { t.Desk, t.BookedFor, t.BookedPlace }, "ux_tickets_slot").IsUnique()
            .HasFilter("\"BookedFor\" IS NOT NULL AND \"State\" NOT IN ('Left', 'NoShow')");
        builder.HasIndex(t => t.EndedAt);
        builder.HasOne<Claim>().WithMany().HasForeignKey(t => t.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("counters");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Desk).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Desk, c.Number }).IsUnique();
        builder.HasIndex(c => c.TicketId).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.ToTable("ticket_events");
        builder.HasIndex(e => new { e.TicketId, e.At });
        builder.HasIndex(e => new { e.Desk, e.At });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(e => e.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}
