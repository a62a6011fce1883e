namespace LostFound.Queueing;

/// <summary>Turns an estimate into what is told.</summary>
public static class TellingRule
{
    /// <summary>What somebody is told when they join.</summary>
    /// <param name="estimate">Their estimate.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="margin">How far towards and beyond P90 the promise goes, from <see cref="ToldCalibration"/>: 0 is P50, 1 is P90.</param>
    public static Told Tell(WaitEstimate estimate, DateTime now, double margin = 1)
    {
        var by = Ceiling(now + estimate.P50 + (margin * (estimate.P90 - estimate.P50)));
        return new Told(now, (int)estimate.P50.TotalMinutes, (int)Math.Ceiling((by - now).TotalMinutes), by);
    }

    /// <summary>What is told anew; null when what was told still stands.</summary>
    /// <param name="before">What was told.</param>
    /// <param name="estimate">The estimate of now.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cause">Why a longer one is longer, from <see cref="DelayCauses"/>; asked only when it is longer.</param>
    /// <param name="margin">As in <see cref="Tell"/>.</param>
    public static Told? Retell(Told before, WaitEstimate estimate, DateTime now, Func<DelayCause> cause, double margin = 1)
    {
        var told = Tell(estimate, now, margin);
        return now + estimate.P50 > before.By
            ? told with { LongerMinutes = (int)(told.By - before.By).TotalMinutes, Cause = cause() }
            : null;
    }

    private static DateTime Ceiling(DateTime time) =>
        new((time.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
}
