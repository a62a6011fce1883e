using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Notices;

public sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Ignore(n => n.Over);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.OwnWords).HasMaxLength(NoticeLimits.OwnWords);
        builder.HasIndex(n => n.PostedAt);
        builder.HasIndex(n => n.EndsAt, "ix_notices_up").HasFilter("\"EndedAt\" IS NULL");
        // An edit ends what it replaces, once: of two that edit the same, the second is told.
        builder.HasIndex(n => n.ReplacesId).IsUnique();
    }
}
