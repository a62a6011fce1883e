namespace LostFound.Queueing;

/// <summary>Where a called place stands.</summary>
public enum CallStage
{
    /// <summary>Called once; there is still time to come.</summary>
    Called,

    /// <summary>Called once and not here in time: call again.</summary>
    CallAgain,

    /// <summary>Called twice. The counter goes on to the next; the place is kept.</summary>
    Kept,

    /// <summary>Kept until the end. The place is given up; the guest may join again as new.</summary>
    NoShow,
}

/// <summary>The calls of one place. All times are UTC.</summary>
/// <param name="CalledAt">The first call.</param>
/// <param name="CalledAgainAt">The second call, if there was one.</param>
public sealed record Calls(DateTime CalledAt, DateTime? CalledAgainAt = null)
{
    /// <summary>When the second call is due if the guest isn't here.</summary>
    public DateTime CallAgainAt => CalledAt + NoShowRule.AnswerWithin;

    /// <summary>Until when the place is kept; null before the second call.</summary>
    public DateTime? KeptUntil => CalledAgainAt + NoShowRule.KeptFor;
}

/// <summary>
/// A place is called; if nobody comes it is called again; from the second call on it is kept for ten minutes. Whoever is
/// back within them keeps the old place (the same <see cref="Place.JoinedAt"/>), so is called before everyone who joined later.
/// </summary>
public static class NoShowRule
{
    /// <summary>How long a guest has after the first call, before the second.</summary>
    public static TimeSpan AnswerWithin { get; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the place is kept, from the second call.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Where a called place stands at a moment. The moment a time ends belongs to the guest.</summary>
    /// <param name="calls">Its calls.</param>
    /// <param name="now">The moment.</param>
    public static CallStage Stage(Calls calls, DateTime now) => calls.KeptUntil is { } until
        ? now <= until ? CallStage.Kept : CallStage.NoShow
        : now <= calls.CallAgainAt ? CallStage.Called : CallStage.CallAgain;

    /// <summary>Whether somebody who comes now still has their place.</summary>
    /// <param name="calls">The place's calls.</param>
    /// <param name="now">The moment.</param>
    public static bool KeepsPlace(Calls calls, DateTime now) => Stage(calls, now) != CallStage.NoShow;

    /// <summary>When the stage changes by itself, so that a clock can wait for it; null when it doesn't any more.</summary>
    /// <param name="calls">The place's calls.</param>
    /// <param name="now">The moment.</param>
    public static DateTime? NextChange(Calls calls, DateTime now) => Stage(calls, now) switch
    {
        CallStage.Called => calls.CallAgainAt,
        CallStage.CallAgain => null,
        CallStage.Kept => calls.KeptUntil,
        CallStage.NoShow => null,
    };
}
