using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Notifications;

public enum NotificationChannel { Email, Sms }

public enum NotificationState
{
    Waiting,

    /// <summary>Taken by the mail server or the gateway. Final.</summary>
    Sent,

    /// <summary>Given up, until a person tries again.</summary>
    Dead,

    /// <summary>Nothing was left to tell, or the guest wants none. Final.</summary>
    Dropped,
}

/// <summary>
/// One message to one guest by one channel: a row of the outbox. It stands for a stretch of the claim's events and
/// is worded when it is sent. Until the first attempt it takes up what happens meanwhile; from then on its stretch
/// is fixed, because that attempt may have arrived, and later events get a row of their own that waits for it.
/// </summary>
public sealed class Notification
{
    /// <summary>Also the Message-ID and the idempotency key: repeated deliveries are known by it.</summary>
    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required NotificationChannel Channel { get; init; }
    public NotificationState State { get; set; }

    /// <summary>Whether one of its events asks something of the guest.</summary>
    public bool NeedsGuest { get; set; }

    /// <summary>Ids of the first and the last claim event that it tells of.</summary>
    public required long FirstEvent { get; init; }
    public required long LastEvent { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Not tried before.</summary>
    public required DateTime DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>What the mail server or the gateway said, without the guest's address.</summary>
    public string LastError { get; set; } = "";

    /// <summary>When it was sent, given up or dropped.</summary>
    public DateTime? EndedAt { get; set; }

    public void End(NotificationState state, DateTime at, string error = "") => (State, EndedAt, LastError) = (state, at, error);
}

/// <summary>How a guest wants to be told, once they said. Until then: see <see cref="GuestChoices"/>.</summary>
public sealed class NotificationChoice
{
    public required Guid ClaimId { get; init; }
    public required bool Email { get; set; }
    public required bool Sms { get; set; }

    /// <summary>Only what asks something of the guest, nothing that can be read on the page any time.</summary>
    public required bool OnlyNeeded { get; set; }
}

/// <summary>Up to which claim event the outbox was filled. One row.</summary>
public sealed class NotificationCursor
{
    public const int OnlyRow = 1;

    public int Id { get; init; }
    public long EventId { get; set; }
}

public sealed class NotificationTable :
    IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<NotificationChoice>, IEntityTypeConfiguration<NotificationCursor>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.LastError).HasMaxLength(NotificationLimits.Error);
        builder.HasIndex(n => new { n.ClaimId, n.Channel, n.FirstEvent }).IsUnique();
        builder.HasIndex(n => new { n.ClaimId, n.Channel }, "ux_notifications_gathering").IsUnique().HasFilter("\"State\" = 'Waiting' AND \"Attempts\" = 0");
        builder.HasIndex(n => new { n.State, n.DueAt });
        builder.HasIndex(n => n.EndedAt);
        builder.HasOne<Claim>().WithMany().HasForeignKey(n => n.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.ToTable("notification_choices");
        builder.HasKey(c => c.ClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NotificationCursor> builder)
    {
        builder.ToTable("notification_cursor");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
