using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>
/// The word that each guest is promised next, from filing to the end of the claim. When, says the product's own
/// <see cref="NextWordRule"/>. The software gives word before it is due, unless the guest came a second time: then a
/// supervisor does.
/// </summary>
internal sealed class NextWords(LostDay day, Agenda agenda, PromiseLog log, SupervisorCalls supervisor, Span outage)
{
    private readonly Dictionary<int, Word> open = [];

    /// <summary>The guest has reported the loss, and waits from now on.</summary>
    public void Opened(Guest guest)
    {
        log.ClaimOpened(guest.Number);
        Promise(guest, PromiseAssumptions.First(agenda.Now));
    }

    /// <summary>Somebody told the guest something: word before its time.</summary>
    public void Given(Guest guest)
    {
        if (!open.TryGetValue(guest.Number, out var word))
            return;
        Settle(guest, word);
        Promise(guest, PromiseAssumptions.FollowUp(agenda.Now));
    }

    /// <summary>The guest came to ask: the next word is a person's, and sooner.</summary>
    public void SecondContact(Guest guest)
    {
        if (!open.TryGetValue(guest.Number, out var word))
            return;
        End(guest, word);
        log.Moved++;
        AskSupervisor(guest, PromiseAssumptions.CallBack(agenda.Now));
    }

    /// <summary>Collected or sent: nothing more is due.</summary>
    public void Closed(Guest guest)
    {
        log.ClaimClosed(guest.Number);
        if (open.TryGetValue(guest.Number, out var word))
            End(guest, word);
    }

    /// <summary>How well it went, asked afterwards: a bad answer is rung back by a supervisor.</summary>
    public void Rated(Guest guest)
    {
        var draws = day.Draws(Purpose.Rating, guest);
        if (draws.Chance(PromiseAssumptions.RatesBadly))
            agenda.Add(agenda.Now + draws.Minutes(PromiseAssumptions.UntilRated), () => RingBack(guest));
    }

    private void RingBack(Guest guest)
    {
        var due = PromiseAssumptions.CallBack(agenda.Now);
        supervisor.Ring(guest, due, () => log.Settle(PromiseKind.CallBack, kept: agenda.Now <= due));
    }

    private void Promise(Guest guest, DateTime due)
    {
        var word = Open(guest, due);
        // What falls due after the simulated days is still open at their end.
        if (due > PromiseAssumptions.End)
            return;
        agenda.Add(SoftwareSpeaksAt(due.AddMinutes(-PromiseAssumptions.AheadMinutes)), () =>
        {
            if (Stands(guest, word))
                NothingYet(guest, word);
        });
    }

    private void NothingYet(Guest guest, Word word)
    {
        var late = agenda.Now > word.Due;
        Settle(guest, word);
        // Who was let down hears next from a person.
        if (late)
            AskSupervisor(guest, PromiseAssumptions.CallBack(agenda.Now));
        else
            Promise(guest, PromiseAssumptions.FollowUp(word.Due));
    }

    private void AskSupervisor(Guest guest, DateTime due)
    {
        var word = Open(guest, due);
        supervisor.Ring(guest, due, () =>
        {
            if (!Stands(guest, word))
                return;
            Settle(guest, word);
            Promise(guest, PromiseAssumptions.FollowUp(agenda.Now));
        });
    }

    /// <summary>The server stands still for a while on every day: what it should have said then, it says afterwards.</summary>
    private DateTime SoftwareSpeaksAt(DateTime planned) => planned >= outage.From && planned < outage.Until ? outage.Until : planned;

    /// <summary>Drawn for the day: when the server stands still.</summary>
    public static Span OutageOf(LostDay day)
    {
        var draws = new Draws(day.Seed, Purpose.Outage);
        var from = ParkHours.Opens.AddHours(draws.Between(0, (ParkHours.DeskCloses - ParkHours.Opens).TotalHours));
        return new Span(from, from.AddMinutes(draws.Between(PromiseAssumptions.OutageMinutes.Least, PromiseAssumptions.OutageMinutes.Most)));
    }

    private bool Stands(Guest guest, Word word) => open.TryGetValue(guest.Number, out var now) && ReferenceEquals(now, word);

    private Word Open(Guest guest, DateTime due)
    {
        log.NextWordMade(guest.Number);
        return open[guest.Number] = new Word(due);
    }

    private void Settle(Guest guest, Word word)
    {
        log.Settle(PromiseKind.NextWord, kept: agenda.Now <= word.Due);
        End(guest, word);
    }

    private void End(Guest guest, Word word)
    {
        if (!Stands(guest, word))
            throw new InvalidOperationException("Only the promise that stands can end.");
        open.Remove(guest.Number);
        log.NextWordEnded(guest.Number);
    }

    /// <summary>A promise of a next word.</summary>
    private sealed class Word(DateTime due)
    {
        public DateTime Due { get; } = due;
    }
}
