using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.SecondContact;

/// <summary>By what a guest who came back was recognised.</summary>
public enum RecognisedBy
{
    /// <summary>They asked from their claim's own page.</summary>
    Claim,
    Phone,
    Email,

    /// <summary>Somebody at a desk said so.</summary>
    Staff,
}

/// <summary>Whether it is the same loss, where the software can't know.</summary>
public enum SameLoss { Unknown, Yes, No }

/// <summary>A guest who had to come back about the same loss: an emergency, open until a person has spoken with them.</summary>
public sealed class ReturnVisit
{
    public const int NoteLength = 500;

    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required RecognisedBy By { get; init; }

    /// <summary>The claim that they filed before, when this one was filed with the same telephone or e-mail.</summary>
    public Guid? EarlierClaimId { get; init; }

    public SameLoss Same { get; set; }
    public required DateTime FirstAt { get; init; }
    public required DateTime LastAt { get; set; }

    /// <summary>How often they have come back while nobody had spoken with them.</summary>
    public int Times { get; set; } = 1;

    /// <summary>What staff wrote when they noted it.</summary>
    public string Note { get; set; } = "";

    /// <summary>The guest said that somebody had been rude.</summary>
    public bool WasRude { get; set; }

    public string? NotedBy { get; init; }

    /// <summary>Who answers for it; empty only where no supervisor is active.</summary>
    public string SupervisorName { get; init; } = "";

    public DateTime? SettledAt { get; set; }
    public string? SettledBy { get; set; }
}

public sealed class ReturnVisitTable : IEntityTypeConfiguration<ReturnVisit>
{
    public void Configure(EntityTypeBuilder<ReturnVisit> builder)
    {
        builder.ToTable("return_visits");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Note).HasMaxLength(ReturnVisit.NoteLength);
        builder.HasIndex(v => v.ClaimId, "ux_return_visits_open").IsUnique().HasFilter("\"SettledAt\" IS NULL");
        builder.HasIndex(v => v.EarlierClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(v => v.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Claim>().WithMany().HasForeignKey(v => v.EarlierClaimId).OnDelete(DeleteBehavior.SetNull);
    }
}
