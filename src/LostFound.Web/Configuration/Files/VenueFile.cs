namespace LostFound.Web.Configuration.Files;

/// <summary>venue.json: who and where the venue is, when it is open, and where guests come to.</summary>
/// <param name="PublicUrl">Without a slash at the end; empty when the request's own address is to be used.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Accent">#rrggbb.</param>
/// <param name="Scanner">Null: scanners send the code alone.</param>
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
    ScannerRules? Scanner = null) : ConfigFile;

/// <summary>How a guest who cannot use the site reaches a person.</summary>
public sealed record Contact(string Line, string? Phone = null, string? Email = null);

/// <summary>A place guests come to.</summary>
/// <param name="Place">Key of the place where it stands.</param>
public sealed record Desk(string Key, string Name, string Place);

/// <param name="Prefix">What hand scanners send before each code; empty when they are as they came.</param>
public sealed record ScannerRules(string Prefix);

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
