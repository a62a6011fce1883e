using LostFound.Web.Shared;

namespace LostFound.Web.Features.Staff;

public sealed class StaffMember
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>The name folded for comparison; unique.</summary>
    public required string NameKey { get; set; }

    public required StaffRole Role { get; set; }
    public required string PinHash { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>Wrong PINs since the last right one.</summary>
    public int FailedPins { get; set; }

    /// <summary>Until when no PIN is even looked at.</summary>
    public DateTime? LockedUntil { get; set; }

    public required DateTime CreatedAt { get; init; }
}

/// <summary>An enrolled kiosk, tablet or desk computer. Staff sign in on these only.</summary>
public sealed class Device
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>The desk where it stands.</summary>
    public required string Desk { get; set; }

    /// <summary>SHA-256 of the secret in the device's cookie.</summary>
    public required byte[] SecretHash { get; init; }

    public required DateTime EnrolledAt { get; init; }
    public DateTime? RevokedAt { get; set; }
}

public enum EnrolmentPurpose { SetUp, EnrolDevice }

/// <summary>A link that may be used once: to set the system up, or to enrol one device.</summary>
public sealed class EnrolmentCode
{
    public required byte[] CodeHash { get; init; }
    public required EnrolmentPurpose Purpose { get; init; }
    public string DeviceName { get; init; } = "";
    public string Desk { get; init; } = "";
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    /// <summary>Only the demo makes codes that may be used again.</summary>
    public bool Reusable { get; init; }
}

public enum AuditKind
{
    SetUp, EnrolmentCodeMade, DeviceEnrolled, DeviceRevoked, StaffAdded, StaffChanged, PinReset, Unlocked,
    SignedIn, SignInRefused, LockedOut, Locked, AccessRefused, ViewedClaim,
    SecondPersonProved, CashCountsDiffered,
    ClaimSent, ClaimClosed, ContactPurged,
}

/// <summary>Who did or tried what, and every look at personal data.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }
    public required DateTime At { get; init; }
    public required AuditKind Kind { get; init; }
    public Guid? StaffId { get; init; }
    public Guid? DeviceId { get; init; }

    /// <summary>What it was about: a claim's reference, a device's or a person's name.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>The signed-in person and the device they are at: every action names both.</summary>
public sealed record Actor(Guid StaffId, string StaffName, StaffRole Role, Guid DeviceId, string DeviceName, string Desk);
