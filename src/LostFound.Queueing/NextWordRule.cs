namespace LostFound.Queueing;

/// <summary>A time at which somebody is at work: from opening until closing, UTC.</summary>
public readonly record struct OpenHours(DateTime Opens, DateTime Closes);

/// <summary>
/// By when a guest is told to hear from us next. Always a time at which somebody is at work, since a promise that falls
/// due while the venue is closed would be broken by design; always in whole five minutes, rounded up: people say "by
/// 18:40", not "by 18:38".
/// </summary>
/// <param name="hours">The opening going on at a moment (UTC), else the next one.</param>
public sealed class NextWordRule(Func<DateTime, OpenHours> hours)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>What falls due before anybody comes in is due an hour after opening.</summary>
    private static readonly TimeSpan AfterOpening = TimeSpan.FromHours(1);

    /// <summary>The least time in which a person can be expected to keep a promise.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(60);

    /// <summary>The first word after a claim is filed.</summary>
    /// <param name="now">The moment of filing, UTC.</param>
    /// <param name="within">Counted while the venue is open.</param>
    /// <param name="afterClosing">Not later than so long after closing.</param>
    public DateTime First(DateTime now, TimeSpan within, TimeSpan afterClosing)
    {
        var opening = hours(now);
        return RoundUp(Earlier(Later(now, opening.Opens) + within, opening.Closes + afterClosing));
    }

    /// <summary>The word after another: the same time later, moved into that day's opening.</summary>
    /// <param name="after">When the word before was given, or was due if that is later; UTC.</param>
    /// <param name="every">From a word to the next.</param>
    public DateTime FollowUp(DateTime after, TimeSpan every)
    {
        var due = after + every;
        var opening = hours(due);
        return RoundUp(due > opening.Opens ? due : opening.Opens + AfterOpening);
    }

    /// <summary>
    /// What only a person can keep: within so long of an opening, and before it ends. What is left of the evening counts
    /// only if a person can do it in that.
    /// </summary>
    /// <param name="now">The moment of promising, UTC.</param>
    /// <param name="within">Counted while the venue is open.</param>
    /// <param name="beforeClosing">Not later than so long before closing.</param>
    public DateTime ByAPerson(DateTime now, TimeSpan within, TimeSpan beforeClosing)
    {
        var opening = hours(now);
        if (opening.Closes - beforeClosing - now < Least)
            opening = hours(opening.Closes);
        return RoundUp(Earlier(Later(now, opening.Opens) + within, opening.Closes - beforeClosing));
    }

    /// <summary>Rounds up to whole five minutes.</summary>
    public static DateTime RoundUp(DateTime time) => new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, DateTimeKind.Utc);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
