namespace LostFound.Web.Configuration.Files;

/// <summary>venue.json: who and where the venue is, when it is open, and where guests come to.</summary>
/// <param name="PublicUrl">Without a slash at the end; empty when the request's own address is to be used.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Accent">#rrggbb.</param>
/// <param name="Scanner">Null: scanners send the code alone.</param>
/// <param name="Queue">Null: as <see cref="QueueRules.Usual"/>.</param>
public sealed record VenueFile(
    string Name,
    string PublicUrl,
    string TimeZone,
    string Language,
    string Accent,
    Contact Contact,
    OpeningHours OpeningHours,
    IReadOnlyList<Desk> Desks,
    CashRules Cash,
    StaffRules Staff,
    ScannerRules? Scanner = null,
    QueueRules? Queue = null) : ConfigFile;

/// <summary>How a guest who cannot use the site reaches a person.</summary>
/// <param name="Translations">The line in other languages, by language code.</param>
public sealed record Contact(string Line, string? Phone = null, string? Email = null, IReadOnlyDictionary<string, string>? Translations = null);

/// <summary>A place guests come to.</summary>
/// <param name="Place">Key of the place where it stands.</param>
/// <param name="Counters">How many positions it has that can be staffed.</param>
public sealed record Desk(string Key, string Name, string Place, int Counters = Desk.UsualCounters, IReadOnlyDictionary<string, string>? Names = null) : INamed
{
    /// <summary>For a venue.json that doesn't say.</summary>
    public const int UsualCounters = 3;
}

/// <param name="Prefix">What hand scanners send before each code; empty when they are as they came.</param>
public sealed record ScannerRules(string Prefix);

/// <summary>How the line at the desks is run.</summary>
/// <param name="HoldMinutes">How long a place is kept for who was called twice.</param>
/// <param name="CallAgainMinutes">After how long an unanswered call may be repeated.</param>
/// <param name="WalkMinutes">So long before their turn guests are told to set off.</param>
/// <param name="BookingPlaces">Places in each ten minutes of a desk; 0 when nothing can be booked.</param>
/// <param name="MaxWaiting">At one desk.</param>
public sealed record QueueRules(int HoldMinutes, int CallAgainMinutes, int WalkMinutes, int BookingPlaces, int MaxWaiting, QueueAlarms Alarms)
{
    /// <summary>For a venue.json from before there was a line.</summary>
    public static readonly QueueRules Usual = new(10, 3, 6, 2, 400, new QueueAlarms(15, 20, 30));

    public TimeSpan Hold => TimeSpan.FromMinutes(HoldMinutes);
    public TimeSpan CallAgainAfter => TimeSpan.FromMinutes(CallAgainMinutes);
    public TimeSpan Walk => TimeSpan.FromMinutes(WalkMinutes);
}

/// <summary>Above which the supervisors' board raises an alarm for a line.</summary>
/// <param name="WaitMinutes">What nine of ten who join now wait less than.</param>
/// <param name="Waiting">Guests waiting at one desk.</param>
/// <param name="OldestMinutes">How long the first of them has waited.</param>
public sealed record QueueAlarms(int WaitMinutes, int Waiting, int OldestMinutes);

/// <summary>The venue's own money, as found cash is counted.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Symbol">Stands before an amount.</param>
public sealed record CashRules(string Currency, string Symbol, IReadOnlyList<decimal> Notes, IReadOnlyList<decimal> Coins);

/// <param name="PinAttempts">Wrong PINs in a row before the person is locked out.</param>
public sealed record StaffRules(int IdleLockMinutes, int PinAttempts, int LockMinutes);

/// <summary>One day, by the day on which the park opens. Open and close are null exactly when it is closed.</summary>
/// <param name="AfterMidnight">The closing time is on the next day.</param>
public sealed record DayHours(TimeOnly? Open = null, TimeOnly? Close = null, bool AfterMidnight = false, bool Closed = false);

public sealed record OpeningHours(
    DayHours Monday,
    DayHours Tuesday,
    DayHours Wednesday,
    DayHours Thursday,
    DayHours Friday,
    DayHours Saturday,
    DayHours Sunday)
{
    public DayHours On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        DayOfWeek.Sunday => Sunday,
    };
}
