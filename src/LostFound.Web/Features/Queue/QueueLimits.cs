namespace LostFound.Web.Features.Queue;

/// <summary>The line's fixed numbers: pages, checks and tests read them here. What a venue may set is in venue.json under "queue".</summary>
public static class QueueLimits
{
    public const int MaxName = 40;

    /// <summary>Signs above counters count from 1 to this.</summary>
    public const int MaxCounter = 40;

    /// <summary>Bookings begin every so often.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(10);

    /// <summary>Nothing is booked for a moment that a guest could hardly be at the desk.</summary>
    public static readonly TimeSpan EarliestBooking = TimeSpan.FromMinutes(15);

    /// <summary>From so long before a booked time on a guest may say "I'm here".</summary>
    public static readonly TimeSpan EarlyForBooking = TimeSpan.FromMinutes(15);

    /// <summary>Above this the near end of a range is said in fives; Client/shared/line.ts does the same.</summary>
    public const int LongWaitMinutes = 30;

    /// <summary>So that who is booked last is served before the desk closes.</summary>
    public static readonly TimeSpan LastBookingBeforeClosing = TimeSpan.FromMinutes(20);

    /// <summary>Two broadcasts of one line are at least this far apart.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    /// <summary>Two snapshots of one line are at least this far apart: a person who just joined does not wait for the next broadcast.</summary>
    public static readonly TimeSpan SnapshotSpacing = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a line is looked at without a movement: bookings fall due, kept places run out.</summary>
    public static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(15);

    /// <summary>What a forecast counts on while no counter is open in opening hours.</summary>
    public static readonly TimeSpan OpensWithin = TimeSpan.FromMinutes(10);

    /// <summary>How far back served tickets say how long serving takes.</summary>
    public static readonly TimeSpan Measured = TimeSpan.FromDays(28);

    /// <summary>Enough to know a lane's hours well; the newest count.</summary>
    public const int MaxSamples = 4000;

    /// <summary>How long a phone keeps its key for one place.</summary>
    public static readonly TimeSpan GuestKeyLife = TimeSpan.FromDays(1);

    /// <summary>A page without a script looks again so often.</summary>
    public const int RefreshSeconds = 30;
}
