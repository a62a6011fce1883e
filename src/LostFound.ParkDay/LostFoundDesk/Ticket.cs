using LostFound.ParkDay.Day;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

internal enum TicketState
{
    Waiting,
    Called,
    Kept,
    Served,
    Left,
    NoShow,
}

/// <summary>A guest's place in the virtual line, from joining to the end.</summary>
internal sealed class Ticket(Place place, Guest guest, Habit habit, Draws draws, Action<DateTime> served, Action notServed)
{
    private Draws draws = draws;

    public Place Place { get; } = place;

    public Guest Guest { get; } = guest;

    public Habit Habit { get; } = habit;

    public TicketState State { get; set; } = TicketState.Waiting;

    /// <summary>What stands on the phone; null while no time was told (called at once, or booked).</summary>
    public Told? Told { get; set; }

    public ToldBasis? Basis { get; set; }

    public PassedSince Passed { get; set; }

    /// <summary>When the phone said "you're next".</summary>
    public DateTime? HintedAt { get; set; }

    public DateTime? FirstCalledAt { get; private set; }

    public DateTime LastCalledAt { get; private set; }

    /// <summary>Since when they wait: a booked guest waits for nothing before the booked time.</summary>
    public DateTime WaitsSince => Place.BookedFor ?? Place.JoinedAt;

    /// <summary>Hears of the first call: what was foretold can be compared now.</summary>
    public Action<DateTime>? OnFirstCall { get; set; }

    /// <summary>A time told passed without a call, and without a later one told before it did.</summary>
    public bool PromiseBroken { get; set; }

    /// <summary>Since when they stand at the desk; null while they don't.</summary>
    public DateTime? StandsSince { get; set; }

    public bool CameToDesk { get; set; }

    /// <summary>Asked at the counter of somebody who came to report: whether the thing lies there already, to be handed over at once.</summary>
    public Func<DateTime, bool> LiesHereAt { get; init; } = _ => false;

    /// <summary>What happens when they leave the counter.</summary>
    public Action<DateTime> Served { get; } = served;

    /// <summary>What happens when they left the line, or nobody came.</summary>
    public Action NotServed { get; } = notServed;

    /// <returns>Whether it is the first call.</returns>
    public bool CalledAt(DateTime now)
    {
        State = TicketState.Called;
        LastCalledAt = now;
        if (FirstCalledAt is not null)
            return false;
        FirstCalledAt = now;
        OnFirstCall?.Invoke(now);
        return true;
    }

    public TimeSpan DrawMinutes(LogNormal of) => draws.Minutes(of);

    /// <summary>Service takes the pace that this guest has at any desk, and a little of the moment.</summary>
    public TimeSpan ServiceTime(LogNormal of) => of.At(Guest.Pace * 0.8 + draws.Normal() * 0.6);
}
