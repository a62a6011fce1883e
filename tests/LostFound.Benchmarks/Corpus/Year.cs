namespace LostFound.Benchmarks.Corpus;

/// <summary>When things are found: a year of a venue that is full in summer and at Christmas, at weekends and in the evening.</summary>
internal static class Year
{
    public const int Days = 365;
    private const int OpensAt = 9;

    public static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Weighted<int> ByDay = new([.. Enumerable.Range(0, Days)], Crowd);

    // From the first hour to the one after closing, when cleaners hand in what they swept up.
    private static readonly double[] Hours = [1, 3, 4, 5, 6, 6, 7, 7, 8, 9, 11, 12, 9, 5];
    private static readonly Weighted<int> ByHour = new([.. Enumerable.Range(0, Hours.Length)], hour => Hours[hour]);

    /// <summary>The minute by which this share (0 to 1) of the year's items had been found.</summary>
    public static DateTime At(double share)
    {
        var (day, intoDay) = ByDay.At(share);
        var (hour, intoHour) = ByHour.At(intoDay);
        return Start.AddDays(day).AddHours(OpensAt + hour).AddMinutes(Math.Min(59, (int)(intoHour * 60)));
    }

    private static double Crowd(int day)
    {
        var summer = Math.Exp(-Math.Pow((day - 205) / 40.0, 2));
        var christmas = Math.Exp(-Math.Pow((day - 355) / 12.0, 2));
        var weekend = Start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.6 : 1;
        return weekend * (1 + 1.4 * summer + 0.8 * christmas);
    }
}
