using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>What was foretold to somebody who joined a line, by us and by the estimators we compare with.</summary>
internal sealed record Foretold(Told Told, WaitEstimate Ours, TimeSpan LastToEnterService, TimeSpan HeadOfLine, TimeSpan RollingAverage);

/// <summary>What was foretold and what came of it.</summary>
/// <param name="CalledAt">The first call.</param>
internal sealed record Outcome(Foretold Foretold, DateTime CalledAt)
{
    public DateTime JoinedAt => Foretold.Told.At;

    public TimeSpan Wait => CalledAt - JoinedAt;

    public bool CalledByToldTime => CalledAt <= Foretold.Told.By;
}

/// <summary>An outcome as the calibration takes it, when it was known.</summary>
internal readonly record struct Lesson(DateTime KnownAt, Told Told, bool CalledByThen);

internal enum Moved
{
    Joined,
    Called,
    Left,
}

/// <summary>Somebody joined the line, was called for the first time, or gave up.</summary>
internal readonly record struct Move(DateTime At, Moved What, string Place, Lane Lane);

/// <summary>What the virtual line did on a day: what it is measured by, and what the next day learns from.</summary>
internal sealed class LineLog
{
    /// <summary>Everybody who was told a time and then called. Who was called at once, or had booked, was told none.</summary>
    public List<Outcome> Outcomes { get; } = [];

    /// <summary>In order of time: the day as it can be played again elsewhere.</summary>
    public List<Move> Moves { get; } = [];

    public List<Lesson> Lessons { get; } = [];

    public List<ServiceSample> Services { get; } = [];

    public List<FinishedWait> Waits { get; } = [];

    /// <summary>How late each further counter opened.</summary>
    public List<TimeSpan> OpenedLate { get; } = [];

    public int Joined => Moves.Count(m => m.What == Moved.Joined);

    public int CalledAtOnce { get; set; }

    public int Booked { get; set; }

    /// <summary>First calls of guests whose phone had said "you're next".</summary>
    public int HintedCalls { get; set; }

    /// <summary>Of these, calls that nobody answered within the time for it.</summary>
    public int Unanswered { get; set; }

    public int CameBackInTime { get; set; }

    public int SecondContacts { get; set; }

    public int LeftTheLine => Moves.Count(m => m.What == Moved.Left);

    public double HoursWaited { get; set; }

    /// <summary>Times told that were moved later, with a cause, before they had passed.</summary>
    public int ToldAgainLater { get; set; }
}
