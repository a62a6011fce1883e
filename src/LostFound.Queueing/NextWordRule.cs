namespace LostFound.Queueing;

/// <summary>A time at which somebody is at work: from opening until closing, UTC.</summary>
public readonly record struct OpenHours(DateTime Opens, DateTime Closes);

/// <summary>
/// By when a guest is told to hear from us next. Always at a time when somebody is at work, since a promise that falls
/// due while the venue is closed would be broken by design, and always the pessimistic end: word comes before it.
/// </summary>
/// <param name="FirstWithin">The first word after filing, counted while the venue is open.</param>
/// <param name="AfterClosing">No first word is later than this after closing: the guest wants to sleep.</param>
/// <param name="FollowUpEvery">From a word to the next.</param>
/// <param name="CallBackWithin">From a promised call until it has been made at the latest.</param>
public sealed record NextWordRule(TimeSpan FirstWithin, TimeSpan AfterClosing, TimeSpan FollowUpEvery, TimeSpan CallBackWithin)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>What falls due before anybody comes in is due an hour after opening.</summary>
    private static readonly TimeSpan AfterOpening = TimeSpan.FromHours(1);

    /// <summary>The first word after a claim is filed.</summary>
    /// <param name="now">The moment of filing, UTC.</param>
    /// <param name="hours">The opening going on at a moment, else the next one.</param>
    public DateTime First(DateTime now, Func<DateTime, OpenHours> hours)
    {
        var opening = hours(now);
        var within = Later(now, opening.Opens) + FirstWithin;
        var latest = opening.Closes + AfterClosing;
        return RoundUp(within < latest ? within : latest);
    }

    /// <summary>The word after another: the same time on a later day, moved into that day's opening.</summary>
    /// <param name="after">When the word before was given, or was due if that is later; UTC.</param>
    /// <param name="hours">As in <see cref="First"/>.</param>
    public DateTime FollowUp(DateTime after, Func<DateTime, OpenHours> hours)
    {
        var due = after + FollowUpEvery;
        var opening = hours(due);
        return RoundUp(due > opening.Opens ? due : opening.Opens + AfterOpening);
    }

    /// <summary>A call by a person: today while there is time for it, else the next morning, with as much time from opening.</summary>
    /// <param name="now">The moment of promising, UTC.</param>
    /// <param name="hours">As in <see cref="First"/>.</param>
    public DateTime CallBack(DateTime now, Func<DateTime, OpenHours> hours)
    {
        var opening = hours(now);
        var due = Later(now, opening.Opens) + CallBackWithin;
        if (due <= opening.Closes)
            return RoundUp(due);
        // Staff are there until closing: a call promised well before it is made by then.
        if (opening.Closes - Later(now, opening.Opens) >= CallBackWithin / 2)
            return opening.Closes;
        return RoundUp(hours(opening.Closes.AddTicks(1)).Opens + CallBackWithin);
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    /// <summary>People say "by 18:40", not "by 18:38".</summary>
    private static DateTime RoundUp(DateTime time) => new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, DateTimeKind.Utc);
}
