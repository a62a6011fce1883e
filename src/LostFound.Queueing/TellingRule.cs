namespace LostFound.Queueing;

/// <summary>
/// Turns an estimate into what is told. The near end is rounded down, the promise up, in whole minutes; a long wait in
/// fives, since single minutes would claim what nobody knows. What was told stands until it is told anew: it is never
/// lengthened without saying so.
/// </summary>
public static class TellingRule
{
    /// <summary>From this wait on, times are told in fives.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>A promise that much sooner is worth telling: the guest has to be near earlier.</summary>
    private static readonly TimeSpan MuchSooner = TimeSpan.FromMinutes(10);

    /// <summary>What somebody is told when they join.</summary>
    /// <param name="estimate">Their estimate.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="margin">How far towards and beyond P90 the promise goes, from <see cref="ToldCalibration"/>: 0 is P50, 1 is P90.</param>
    public static Told Tell(WaitEstimate estimate, DateTime now, double margin = 1)
    {
        var high = estimate.P50 + (margin * (estimate.P90 - estimate.P50));
        var step = high > Long ? 5 : 1;
        var by = Ceiling(now + (high < TimeSpan.Zero ? TimeSpan.Zero : high), TimeSpan.FromMinutes(step));
        var to = (int)Math.Ceiling((by - now).TotalMinutes);
        var from = (int)estimate.P50.TotalMinutes / step * step;
        return new Told(now, Math.Min(from, to), to, by);
    }

    /// <summary>
    /// What is told anew; null when what was told still stands. Longer as soon as the promise is more likely to be broken
    /// than kept, so that the guest hears it before the time is up; sooner when it is sooner by ten minutes and a third.
    /// </summary>
    /// <param name="before">What was told.</param>
    /// <param name="estimate">The estimate of now.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cause">Why a longer one is longer, from <see cref="DelayCauses"/>; asked only when it is longer.</param>
    /// <param name="margin">As in <see cref="Tell"/>.</param>
    public static Told? Retell(Told before, WaitEstimate estimate, DateTime now, Func<DelayCause> cause, double margin = 1)
    {
        // Somebody told this must not be told the same again in a minute: it reaches P90 at least.
        var told = Tell(estimate, now, Math.Max(margin, 1));
        var later = (int)Math.Round((told.By - before.By).TotalMinutes);
        if (now + estimate.P50 > before.By && later > 0)
            return told with { LongerMinutes = later, Cause = cause() };
        var saved = before.By - told.By;
        return saved >= MuchSooner && saved >= (before.By - now) / 3 ? told with { LongerMinutes = later } : null;
    }

    private static DateTime Ceiling(DateTime time, TimeSpan step) =>
        new((time.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Utc);
}
