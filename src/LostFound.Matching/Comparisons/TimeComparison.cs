using System.Globalization;
using LostFound.Matching.Facts;

namespace LostFound.Matching.Comparisons;

/// <summary>
/// When it was found against when it was lost: most things are found within hours, at or near the loss. To the second.
/// </summary>
internal static class TimeComparison
{
    public const string Name = "time";

    /// <summary>The levels in order of time: for one window, a later find never has an earlier level.</summary>
    public static readonly string[] Levels =
    [
        "unknown", "early", "during", "within-30-min", "within-1-h", "within-2-h", "within-4-h", "within-8-h", "within-a-day", "within-a-week", "later",
    ];

    private const int Unknown = 0;
    private const int Early = 1;
    private const int During = 2;

    // Upper ends, in seconds, of the delay after the guest noticed, for the levels after "during".
    private static readonly int[] Delays = [30 * 60, 3_600, 2 * 3_600, 4 * 3_600, 8 * 3_600, 24 * 3_600, 7 * 24 * 3_600];

    /// <summary>An item found this much before the last time the guest had it is impossible, not unlikely.</summary>
    public static bool IsImpossible(Window lost, int foundAt, double toleranceMinutes) =>
        lost.From != Window.Unknown && lost.From - (double)foundAt > toleranceMinutes * 60;

    public static Finding Compare(Window lost, int foundAt) => new(Levels[LevelOf(lost, foundAt)]);

    /// <summary>Where in <see cref="Levels"/> a find lies against a window; either end of it may be missing.</summary>
    public static int LevelOf(Window lost, int foundAt)
    {
        var noticed = lost.To != Window.Unknown ? lost.To : lost.From;
        if (noticed == Window.Unknown)
            return Unknown;
        if (lost.From != Window.Unknown && foundAt < lost.From)
            return Early;
        if (foundAt <= noticed)
            return lost.From == Window.Unknown ? Unknown : During;
        var delay = (long)foundAt - noticed;
        var level = 0;
        while (level < Delays.Length && delay > Delays[level])
            level++;
        return During + 1 + level;
    }

    public static string Describe(Window lost, int foundAt, Finding finding)
    {
        var noticed = lost.To != Window.Unknown ? lost.To : lost.From;
        return finding.Level switch
        {
            "unknown" => "No time to compare",
            "early" => $"Found {Spoken((long)lost.From - foundAt)} before the guest says it was lost",
            "during" => "Found while the guest was without it",
            _ => $"Found {Spoken((long)foundAt - noticed)} after the loss was noticed",
        };
    }

    private static string Spoken(long seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalMinutes: < 100 } span => Invariant(span.TotalMinutes) + " min",
        { TotalHours: < 36 } span => Invariant(span.TotalHours) + " h",
        var span => Invariant(span.TotalDays) + " days",
    };

    private static string Invariant(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
