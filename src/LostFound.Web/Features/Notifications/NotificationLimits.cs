namespace LostFound.Web.Features.Notifications;

internal static class NotificationLimits
{
    /// <summary>What staff do in one go, three questions one after the other, makes one message.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromMinutes(1);

    /// <summary>With the waits between them about 20 hours: a night and a morning for somebody to mend the mail server.</summary>
    public const int Attempts = 16;

    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    public const int Error = 300;
    public const int SmsLength = 300;
}
