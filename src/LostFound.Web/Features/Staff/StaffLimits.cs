namespace LostFound.Web.Features.Staff;

/// <summary>What form, handler and tests agree on.</summary>
public static class StaffLimits
{
    public const int NameLength = 60;
    public const int DeviceNameLength = 40;
    public const int PinLength = 6;

    /// <summary>With more names than this the sign-in page also offers a search.</summary>
    public const int NamesWithoutSearch = 12;

    public const int LatestAuditEntries = 50;

    /// <summary>Locks double up to this: a forgotten tablet must not lock a person out for a week.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(4);

    public static readonly TimeSpan SetUpLinkLives = TimeSpan.FromHours(24);
    public static readonly TimeSpan EnrolmentCodeLives = TimeSpan.FromMinutes(15);

    /// <summary>As long as browsers keep any cookie.</summary>
    public static readonly TimeSpan DeviceCookieLives = TimeSpan.FromDays(400);
}
