using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Review;

/// <summary>What the house changed, in a supervisor's words: read beside the figures of the days around it.</summary>
public sealed class ChangeMade
{
    public const int WordsLength = 200;

    public required Guid Id { get; init; }

    /// <summary>The business day from which it was so.</summary>
    public required DateOnly Day { get; init; }

    public required string Words { get; init; }
    public required Guid StaffId { get; init; }
    public required string StaffName { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>Withdrawn ones leave the plots and the list; the row stays.</summary>
    public DateTime? WithdrawnAt { get; init; }
    public string WithdrawnBy { get; init; } = "";
}

public sealed class ChangeMadeTable : IEntityTypeConfiguration<ChangeMade>
{
    public void Configure(EntityTypeBuilder<ChangeMade> builder)
    {
        builder.ToTable("changes_made");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Words).HasMaxLength(ChangeMade.WordsLength);
        builder.HasIndex(c => c.Day);
    }
}
