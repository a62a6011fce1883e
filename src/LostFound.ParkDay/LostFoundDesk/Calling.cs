using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>From a call to the guest at the counter and gone, or called twice and not seen.</summary>
/// <param name="rejoined">Somebody stands there within the time that the place is kept.</param>
/// <param name="moved">A counter is free.</param>
internal sealed class Calling(Agenda agenda, DeskLog desk, LineLog log, CounterRoom counters, Action<Ticket> rejoined, Action moved)
{
    public List<Ticket> Kept { get; } = [];

    public void Call(Ticket ticket)
    {
        var now = agenda.Now;
        counters.Take(ticket);
        if (ticket.CalledAt(now))
            Count(ticket);
        var calls = new Calls(now);
        var reaches = ticket.StandsSince is null ? ticket.Habit.ReachesCounterAt(now, ticket.HintedAt) : now;
        if (reaches <= calls.CallAgainAt)
            agenda.Add(reaches.Value, () => AtTheCounter(ticket));
        else
            agenda.Add(calls.CallAgainAt, () => CallAgain(ticket, calls with { CalledAgainAt = agenda.Now }, reaches));
    }

    private void Count(Ticket ticket)
    {
        var now = agenda.Now;
        var joined = ticket.Place.JoinedAt;
        log.HintedCalls += ticket.HintedAt is null ? 0 : 1;
        log.HoursWaited += (now - joined).TotalHours;
        log.Moves.Add(new Move(now, Moved.Called, ticket.Place.Id, ticket.Place.Lane));
        if (ticket.Place.BookedFor is { } booked)
            desk.Promises.Settle(PromiseKind.CalledBy, kept: now <= booked.AddMinutes(DeskAssumptions.BookedSlotMinutes));
        else
            log.Waits.Add(new FinishedWait(joined, now));
        if (ticket.StandsSince is null)
            desk.WaitedElsewhere(ticket.WaitsSince, now);
    }

    private void CallAgain(Ticket ticket, Calls calls, DateTime? reaches)
    {
        // Who was called at once had no time to walk: that says nothing of those who were told to come near.
        log.Unanswered += ticket.HintedAt is null ? 0 : 1;
        counters.Free(ticket);
        desk.AtCounter(calls.CalledAt, agenda.Now);
        ticket.State = TicketState.Kept;
        Kept.Add(ticket);
        var until = calls.KeptUntil!.Value;
        if (reaches is { } at && NoShowRule.KeepsPlace(calls, at))
            agenda.Add(at, () => ComesBack(ticket));
        else
            agenda.Add(until, () => GivesUp(ticket));
        moved();
    }

    private void ComesBack(Ticket ticket)
    {
        Kept.Remove(ticket);
        log.CameBackInTime += ticket.HintedAt is null ? 0 : 1;
        Arrived(ticket);
        rejoined(ticket);
    }

    private void GivesUp(Ticket ticket)
    {
        Kept.Remove(ticket);
        ticket.State = TicketState.NoShow;
        ticket.NotServed();
    }

    private void AtTheCounter(Ticket ticket)
    {
        Arrived(ticket);
        // The item was fetched during the walk; who is quicker than that stands until it is there.
        var fetched = ticket.Place.Lane == Lane.Collect ? ticket.LastCalledAt + ticket.DrawMinutes(DeskAssumptions.Fetch) : agenda.Now;
        agenda.Add(fetched > agenda.Now ? fetched : agenda.Now, () => Serve(ticket));
    }

    private void Arrived(Ticket ticket)
    {
        if (!ticket.CameToDesk)
            desk.Came(ticket.Guest);
        ticket.CameToDesk = true;
        ticket.StandsSince ??= agenda.Now;
    }

    private void Serve(Ticket ticket)
    {
        desk.StoodAt(ticket.StandsSince!.Value, agenda.Now);
        var takes = ticket.ServiceTime(ticket.Place.Lane switch
        {
            Lane.Report => DeskAssumptions.ReportAtDesk,
            Lane.Collect => DeskAssumptions.HandOver,
            Lane.SecondContact => DeskAssumptions.SecondContact,
        });
        if (ticket.LiesHereAt(agenda.Now))
            takes += ticket.ServiceTime(DeskAssumptions.HandOver);
        agenda.Add(agenda.Now + takes, () => Done(ticket));
    }

    private void Done(Ticket ticket)
    {
        var took = agenda.Now - ticket.LastCalledAt;
        log.Services.Add(new ServiceSample(ticket.Place.Lane, ticket.LastCalledAt, took));
        desk.AtCounter(ticket.LastCalledAt, agenda.Now);
        ticket.State = TicketState.Served;
        counters.Free(ticket);
        ticket.Served(agenda.Now);
        moved();
    }
}
