using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Staff;

public sealed class StaffTable :
    IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<Device>,
    IEntityTypeConfiguration<EnrolmentCode>, IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.NameKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("devices");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<EnrolmentCode> builder)
    {
        builder.ToTable("enrolment_codes");
        builder.HasKey(c => c.CodeHash);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.Subject).HasMaxLength(200);
        builder.HasIndex(a => a.At);
    }
}
