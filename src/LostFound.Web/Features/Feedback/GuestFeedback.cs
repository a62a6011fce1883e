using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Feedback;

/// <summary>What guests often say; stored by these names.</summary>
public enum FeedbackReason { KindPeople, WentQuickly, KeptInformed, WaitedLong, NobodyTold, WordNotKept, AskedAgain, HardToUse }

/// <summary>How it went, in a guest's own judgement. One answer a claim; the last one counts.</summary>
public sealed class GuestFeedback
{
    public required Guid ClaimId { get; init; }

    /// <summary>From 1, very bad, to 5, very good.</summary>
    public required int Rating { get; set; }

    public string[] Reasons { get; set; } = [];
    public string OwnWords { get; set; } = "";
    public required DateTime GivenAt { get; init; }
    public DateTime? ChangedAt { get; set; }

    /// <summary>By when somebody calls or writes about a bad answer; null when nobody was promised.</summary>
    public DateTime? CallBackDue { get; set; }

    /// <summary>Who does, by name.</summary>
    public string CallBackBy { get; set; } = "";

    public bool IsBad => Rating <= FeedbackLimits.BadUpTo;

    /// <summary>Within a day, counted anew when the claim was closed once more; after that it stands.</summary>
    public bool MayBeChanged(DateTime? closedAt, DateTime now) => now < (closedAt > GivenAt ? closedAt.Value : GivenAt) + FeedbackLimits.ChangeFor;
}

public static class FeedbackLimits
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>Up to here somebody should call.</summary>
    public const int BadUpTo = 2;

    public const int OwnWords = 1000;
    public static readonly TimeSpan ChangeFor = TimeSpan.FromDays(1);
}

public sealed class FeedbackTable : IEntityTypeConfiguration<GuestFeedback>
{
    public void Configure(EntityTypeBuilder<GuestFeedback> builder)
    {
        builder.ToTable("feedback");
        builder.HasKey(f => f.ClaimId);
        builder.Property(f => f.ClaimId).ValueGeneratedNever();
        builder.Property(f => f.OwnWords).HasMaxLength(FeedbackLimits.OwnWords);
        builder.HasIndex(f => f.GivenAt);
        builder.HasOne<Claim>().WithMany().HasForeignKey(f => f.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }
}
