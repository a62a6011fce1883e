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

    /// <summary>This long before its time a promise has to be nearly sure, or it is better told anew than broken.</summary>
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(90);

    /// <summary>A longer time is longer by at least this: nobody should hear "one more minute" every minute.</summary>
    private static readonly TimeSpan LeastLonger = TimeSpan.FromMinutes(3);

    /// <summary>What somebody is told when they join.</summary>
    /// <param name="estimate">Their estimate.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="margin">How far towards and beyond P90 the promise goes, from <see cref="ToldCalibration"/>: 0 is P50, 1 is P90.</param>
    public static Told Tell(WaitEstimate estimate, DateTime now, double margin = 1) => Reaching(estimate, now, margin, now);

    /// <summary>
    /// What is told anew; null when what was told still stands. Longer as soon as the promise is more likely to be broken
    /// than kept, and at the last moment already when it isn't nearly sure, so that the guest hears it before the time is
    /// up; sooner when it is sooner by ten minutes and a third.
    /// </summary>
    /// <param name="before">What was told.</param>
    /// <param name="estimate">The estimate of now.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cause">Why a longer one is longer, from <see cref="DelayCauses"/>; asked only when it is longer.</param>
    /// <param name="margin">As in <see cref="Tell"/>.</param>
    public static Told? Retell(Told before, WaitEstimate estimate, DateTime now, Func<DelayCause> cause, double margin = 1)
    {
        // Somebody told this must not be told the same again in a minute: it reaches P90 at least.
        var reach = Math.Max(margin, 1);
        var atRisk = before.By - now <= LastMoment ? estimate.P90 : estimate.P50;
        if (now + atRisk > before.By)
        {
            var longer = Reaching(estimate, now, reach, before.By + LeastLonger);
            return longer with { LongerMinutes = Minutes(longer.By - before.By), Cause = cause() };
        }
        var sooner = Tell(estimate, now, reach);
        var saved = before.By - sooner.By;
        return saved >= MuchSooner && saved >= (before.By - now) / 3 ? sooner with { LongerMinutes = -Minutes(saved) } : null;
    }

    private static Told Reaching(WaitEstimate estimate, DateTime now, double margin, DateTime notBefore)
    {
        var high = estimate.P50 + (margin * (estimate.P90 - estimate.P50));
        var step = high > Long ? 5 : 1;
        var reaches = now + high;
        var by = Ceiling(reaches > notBefore ? reaches : notBefore, TimeSpan.FromMinutes(step));
        var to = (int)Math.Ceiling((by - now).TotalMinutes);
        var from = (int)estimate.P50.TotalMinutes / step * step;
        return new Told(now, Math.Min(from, to), to, by);
    }

    private static int Minutes(TimeSpan time) => (int)Math.Round(time.TotalMinutes);

    private static DateTime Ceiling(DateTime time, TimeSpan step) =>
        new((time.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Utc);
}
