using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Feedback;

/// <summary>By when a supervisor can call about a bad answer: today if the day is long enough for it, else on the next day with opening hours.</summary>
public static class CallBackTime
{
    /// <summary>What a supervisor with a full day needs. Promised is the pessimistic end.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromHours(3);

    /// <summary>Less than this before closing, "today" would be a promise to break.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromHours(1);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public static DateTime For(VenueClock clock, DateTime now)
    {
        var opening = clock.CurrentOrNextOpening(now);
        if (opening.OpensUtc <= now && opening.ClosesUtc - now < AtLeast)
            opening = clock.CurrentOrNextOpening(opening.ClosesUtc);
        var due = (opening.OpensUtc > now ? opening.OpensUtc : now) + Within;
        return due < opening.ClosesUtc ? RoundUp(due) : opening.ClosesUtc;
    }

    private static DateTime RoundUp(DateTime time) => new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, DateTimeKind.Utc);
}
