using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Messages;

public enum MessageFrom { Guest, Staff }

/// <summary>What staff think of an answer to a proof question.</summary>
public enum AnswerJudgement { Fits, DoesNotFit, CannotTell }

/// <summary>One message between a guest and staff. Never changed once sent; only read.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required MessageFrom From { get; init; }

    /// <summary>Who of the staff wrote it. Guests see that the desk did, not who.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>As it was written. May be empty beside a photo.</summary>
    public required string Text { get; init; }

    /// <summary>How to read it: the language that its writer's page was in.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the quick reply that it is: its reader sees the venue's translation.</summary>
    public string? QuickReply { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When the other side read it.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>Who of the staff read a guest's message.</summary>
    public Guid? ReadBy { get; set; }

    public List<MessagePicture> Pictures { get; init; } = [];
}

/// <summary>A photo that a guest sent: shown to staff and to that guest, to nobody else.</summary>
public sealed class MessagePicture
{
    public required Guid MessageId { get; init; }
    public required int Ordinal { get; init; }
    public required string Hash { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
}

public static class MessageLimits
{
    public const int Text = 1000;
    public const int Pictures = 3;
}

public sealed class MessageTable : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<MessagePicture>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Language).HasMaxLength(20);
        builder.HasIndex(m => new { m.ClaimId, m.At });
        builder.HasIndex(m => new { m.From, m.At }, "ix_messages_unread").HasFilter("\"ReadAt\" IS NULL");
        builder.HasOne<Claim>().WithMany().HasForeignKey(m => m.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Pictures).WithOne().HasForeignKey(p => p.MessageId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessagePicture> builder)
    {
        builder.ToTable("message_pictures");
        builder.HasKey(p => new { p.MessageId, p.Ordinal });
        builder.HasIndex(p => p.Hash);
    }
}
