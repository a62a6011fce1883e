using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>
/// The line that nobody stands in. Who is called is decided by <see cref="OrderOfService"/>, what is told by
/// <see cref="TellingRule"/>, what happens when nobody comes by <see cref="NoShowRule"/>: the product's own rules.
/// </summary>
internal sealed class VirtualLine
{
    private readonly Agenda agenda;
    private readonly DeskLog desk;
    private readonly List<Ticket> waiting = [];
    private readonly List<Ticket> all = [];
    private readonly CounterRoom counters;
    private readonly Calling calling;
    private readonly Telling telling;
    private bool ticking;

    public VirtualLine(StaffPlan plan, Agenda agenda, DeskLog desk, Experience experience)
    {
        this.agenda = agenda;
        this.desk = desk;
        counters = new CounterRoom(plan);
        telling = new Telling(agenda, Log, experience);
        calling = new Calling(agenda, desk, Log, counters, Rejoined, LookAgain);
        State = new LineNow(counters, waiting, calling, experience);
        foreach (var change in plan.Changes)
        {
            agenda.Add(change.Opens, LookAgain);
            if (change.IsOpening)
                Log.OpenedLate.Add(change.Opens - change.At);
        }
    }

    public LineLog Log { get; } = new();

    public LineNow State { get; }

    /// <summary>What somebody is shown before deciding whether to wait: the middle of the estimate.</summary>
    public TimeSpan WaitShown(Lane lane) =>
        counters.HasFree(agenda.Now) && waiting.Count == 0 ? TimeSpan.Zero : telling.Estimate(State.At(agenda.Now), lane).P50;

    public void Join(Ticket ticket)
    {
        Log.Moves.Add(new Move(agenda.Now, Moved.Joined, ticket.Place.Id, ticket.Place.Lane));
        Log.SecondContacts += ticket.Place.Lane == Lane.SecondContact ? 1 : 0;
        var now = agenda.Now;
        var state = State.At(now);
        if (ticket.Place.BookedFor is { } booked)
        {
            Log.Booked++;
            agenda.Add(booked.AddMinutes(-Telling.HintBeforeBooked), () => Hint(ticket));
            agenda.Add(booked, LookAgain);
        }
        else if (state.Line.Count > 0 || !counters.HasFree(now))
        {
            telling.Tell(ticket, state);
        }
        else
        {
            Log.CalledAtOnce++;
        }
        waiting.Add(ticket);
        all.Add(ticket);
        if (ticket.Habit.Follows == Follows.NotAtAll)
            agenda.Add((ticket.Place.BookedFor?.AddMinutes(-DeskAssumptions.BookedEarly) ?? now) + ticket.Habit.Walk, () => Arrive(ticket));
        agenda.Add(LeavesAt(ticket), () => Leave(ticket));
        LookAgain();
    }

    /// <summary>Counts the times told, when the day is over. Who left before the time could pass gave no answer.</summary>
    public void CountPromises()
    {
        foreach (var ticket in all.Where(t => t.Told is not null && (t.FirstCalledAt is not null || t.PromiseBroken)))
            desk.Promises.Settle(PromiseKind.CalledBy, kept: !ticket.PromiseBroken);
    }

    private static DateTime LeavesAt(Ticket ticket)
    {
        var from = ticket.WaitsSince;
        var tired = from + ticket.Guest.Patience * DeskAssumptions.PatienceElsewhere;
        var homeward = ticket.Guest.LeavesAt.AddMinutes(DeskAssumptions.StaysLonger);
        // Tomorrow's guests have no train to catch, and who just joined at the last moment gives it half an hour.
        return homeward < from.AddMinutes(30) || from > ParkHours.DeskCloses ? tired : tired < homeward ? tired : homeward;
    }

    private void Arrive(Ticket ticket)
    {
        if (ticket.StandsSince is not null || ticket.State is not (TicketState.Waiting or TicketState.Called))
            return;
        ticket.StandsSince = agenda.Now;
        if (!ticket.CameToDesk)
            desk.Came(ticket.Guest);
        ticket.CameToDesk = true;
    }

    private void Hint(Ticket ticket)
    {
        if (ticket.HintedAt is not null || ticket.State != TicketState.Waiting)
            return;
        ticket.HintedAt = agenda.Now;
        if (ticket.Habit.Follows == Follows.TooSoon)
            agenda.Add(agenda.Now + ticket.Habit.Walk, () => Arrive(ticket));
    }

    private void Leave(Ticket ticket)
    {
        if (ticket.State != TicketState.Waiting)
            return;
        waiting.Remove(ticket);
        ticket.State = TicketState.Left;
        Log.Moves.Add(new Move(agenda.Now, Moved.Left, ticket.Place.Id, ticket.Place.Lane));
        Log.HoursWaited += (agenda.Now - ticket.Place.JoinedAt).TotalHours;
        if (ticket.StandsSince is { } since)
            desk.StoodAt(since, agenda.Now);
        else
            desk.WaitedElsewhere(ticket.WaitsSince, agenda.Now);
        ticket.NotServed();
        LookAgain();
    }

    /// <summary>Somebody is back within the ten minutes: the same place, with the old time of joining.</summary>
    private void Rejoined(Ticket ticket)
    {
        ticket.State = TicketState.Waiting;
        waiting.Add(ticket);
        LookAgain();
    }

    /// <summary>Something changed: call whom a counter is free for, then look at everybody's wait again.</summary>
    private void LookAgain()
    {
        var now = agenda.Now;
        while (counters.HasFree(now) && OrderOfService.Line(waiting.Select(t => t.Place), now) is [var first, ..])
        {
            var ticket = waiting.First(t => t.Place.Id == first.Id);
            waiting.Remove(ticket);
            CountWhoIsPassed(ticket.Place, now);
            calling.Call(ticket);
        }
        if (waiting.Count == 0)
            return;
        telling.Review(State.At(now), waiting, Hint);
        Tick();
    }

    private void CountWhoIsPassed(Place first, DateTime now)
    {
        foreach (var other in waiting)
        {
            if (OrderOfService.Passes(first, other.Place, now) is { } clause)
            {
                other.Passed = clause == OrderReason.SecondContact
                    ? other.Passed with { SecondContacts = other.Passed.SecondContacts + 1 }
                    : other.Passed with { BookedTimes = other.Passed.BookedTimes + 1 };
            }
        }
    }

    /// <summary>Waits change while nobody moves: a guest at the counter takes long. The pages look again every minute.</summary>
    private void Tick()
    {
        if (ticking)
            return;
        ticking = true;
        agenda.Add(agenda.Now.AddMinutes(1), () =>
        {
            ticking = false;
            if (State.At(agenda.Now).Line.Count > 0)
                LookAgain();
        });
    }
}
