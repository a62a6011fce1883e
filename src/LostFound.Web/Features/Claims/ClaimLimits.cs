namespace LostFound.Web.Features.Claims;

/// <summary>How much a claim may hold: the form's hints, its checks and the tests all read it here.</summary>
public static class ClaimLimits
{
    public const int MinDescription = 3;
    public const int MaxDescription = 2000;
    public const int MaxBrand = 80;
    public const int MaxMarks = 1000;
    public const int MaxColours = 8;
    public const int MaxPlaces = 8;
    public const int MaxName = 100;
    public const int MaxEmail = 254;
    public const int MaxPhone = 40;
    public const int MinPhoneDigits = 7;
    public const int MaxPhoneDigits = 20;
    public const int MaxQuestion = 300;
    public const int MaxAnswer = 1000;

    /// <summary>Older losses are beyond what any desk keeps; a mistyped year is likelier.</summary>
    public const int MaxDaysAgo = 366;

    /// <summary>A phone's clock may run ahead of ours.</summary>
    public static readonly TimeSpan ClockAhead = TimeSpan.FromMinutes(10);

    /// <summary>"From 23:00 to 00:20" means past midnight; "from 15:00 to 14:00" is a mistake.</summary>
    public static readonly TimeOnly NightEnds = new(5, 0);

    public static readonly TimeSpan DraftLife = TimeSpan.FromHours(24);
}
