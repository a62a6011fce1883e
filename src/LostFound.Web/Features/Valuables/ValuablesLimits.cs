namespace LostFound.Web.Features.Valuables;

/// <summary>What a count of cash may hold. Form, checks and tests share these.</summary>
public static class ValuablesLimits
{
    /// <summary>Of one kind of note or coin.</summary>
    public const int MostPieces = 99_999;

    public const decimal MostForeign = 99_999_999m;

    /// <summary>Foreign currencies in one count.</summary>
    public const int ForeignLines = 2;

    public const int SealLeast = 3;
    public const int SealMost = 30;

    /// <summary>How long a first count waits for the second. Whoever left it longer alone counts again.</summary>
    public static readonly TimeSpan FirstCountLives = TimeSpan.FromMinutes(30);
}
