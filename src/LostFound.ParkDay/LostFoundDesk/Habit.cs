using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>How a guest follows what the phone says.</summary>
internal enum Follows
{
    /// <summary>Comes near at "you're next" and to the counter when called.</summary>
    Well,

    /// <summary>Comes up to the desk at "you're next", and stands.</summary>
    TooSoon,

    /// <summary>Sets out when called.</summary>
    Late,

    /// <summary>Stands at the desk from joining on.</summary>
    NotAtAll,
}

/// <summary>What one place's guest will do; the same at every replay.</summary>
/// <param name="Walk">To the desk's surroundings.</param>
/// <param name="LastSteps">From there to the counter.</param>
/// <param name="NoShow">Won't come when called.</param>
internal sealed record Habit(Follows Follows, TimeSpan Walk, TimeSpan LastSteps, bool NoShow)
{
    /// <param name="walkedUp">Is at the desk already, to report in person.</param>
    public static Habit Of(ref Draws draws, bool walkedUp)
    {
        var kind = draws.Uniform();
        var walk = draws.Minutes(DeskAssumptions.Walk);
        var steps = draws.Minutes(DeskAssumptions.LastSteps);
        var stays = draws.Chance(DeskAssumptions.NoShow);
        if (walkedUp)
            return new Habit(kind < DeskAssumptions.WalkUpStands ? Follows.NotAtAll : Follows.Well, TimeSpan.Zero, steps, NoShow: false);
        var follows = kind < DeskAssumptions.StandsFromTheStart ? Follows.NotAtAll
            : kind < DeskAssumptions.StandsFromTheStart + DeskAssumptions.StandsAtTheHint ? Follows.TooSoon
            : kind < DeskAssumptions.StandsFromTheStart + DeskAssumptions.StandsAtTheHint + DeskAssumptions.SetsOutWhenCalled ? Follows.Late
            : Follows.Well;
        return new Habit(follows, walk, steps, stays && follows != Follows.NotAtAll);
    }

    /// <summary>When they reach the counter after a call; null when they don't come.</summary>
    /// <param name="calledAt">The call.</param>
    /// <param name="hintedAt">When the phone said "you're next", if it did.</param>
    public DateTime? ReachesCounterAt(DateTime calledAt, DateTime? hintedAt)
    {
        if (NoShow)
            return null;
        var near = Follows == Follows.Late || hintedAt is null ? calledAt + Walk : hintedAt.Value + Walk;
        return (near > calledAt ? near : calledAt) + LastSteps;
    }
}
