using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.Paper;

/// <summary>
/// The desk as it was: everybody walks up and stands; staff search the shelves by hand while the guest waits; who
/// doesn't get the thing is told to come back later, and does.
/// </summary>
internal sealed class PaperDesk
{
    private readonly LostDay day;
    private readonly Agenda agenda = new();
    private readonly DeskLog log = new();
    private readonly LinkedList<Visit> line = new();
    private int busy;

    private PaperDesk(LostDay day) => this.day = day;

    public static DeskLog Run(LostDay day)
    {
        var desk = new PaperDesk(day);
        foreach (var guest in day.Guests)
        {
            desk.ComesAt(guest.TurnsToUsAt, guest, nth: 1, cameBack: false);
            if (guest.HandedInAt is not null)
                desk.log.Worked(TimeSpan.FromMinutes(Assumptions.PaperRegisterMinutes));
        }
        foreach (var change in day.Plan.Changes)
            desk.agenda.Add(change.Opens, desk.ServeWhoCanBe);
        desk.agenda.RunToTheEnd();
        return desk.log;
    }

    private void ComesAt(DateTime at, Guest guest, int nth, bool cameBack) => agenda.Add(at, () =>
    {
        log.Came(guest);
        var visit = new Visit(guest, nth, agenda.Now, cameBack);
        var place = line.AddLast(visit);
        agenda.Add(agenda.Now + guest.Patience, () => LeaveIfStillStanding(place));
        ServeWhoCanBe();
    });

    private void LeaveIfStillStanding(LinkedListNode<Visit> place)
    {
        if (place.List is null)
            return;
        line.Remove(place);
        log.StoodAt(place.Value.ArrivedAt, agenda.Now);
        log.LeftImpatient();
    }

    private void ServeWhoCanBe()
    {
        while (line.First is { } first && busy < day.Plan.OpenAt(agenda.Now))
        {
            line.RemoveFirst();
            Serve(first.Value);
        }
    }

    private void Serve(Visit visit)
    {
        var guest = visit.Guest;
        busy++;
        log.StoodAt(visit.ArrivedAt, agenda.Now);
        // The same guest is slow here for the same reason each time; the first draw is the day's, shared with the other desk.
        var draws = new Draws(day.Seed, Purpose.PaperVisits, guest.Number * Assumptions.PaperMostVisits + visit.Nth - 1);
        var service = Assumptions.PaperSearch.At(visit.Nth == 1 ? guest.Pace : draws.Normal());
        var there = guest.HandedInAt <= agenda.Now;
        if (visit.CameBack)
            log.Promises.Settle(PromiseKind.ComeBack, kept: there);
        var found = there && draws.Chance(Assumptions.PaperFinds);
        if (found)
        {
            log.Knew(guest, agenda.Now + service);
            service += draws.Minutes(Assumptions.PaperHandover);
        }
        log.AtCounter(agenda.Now, agenda.Now + service);
        agenda.Add(agenda.Now + service, () =>
        {
            busy--;
            if (found)
                log.GaveBack(guest, agenda.Now);
            else if (visit.Nth < Assumptions.PaperMostVisits)
                ComeBack(guest, visit.Nth + 1);
            ServeWhoCanBe();
        });
    }

    /// <summary>"Come back in about two hours": then, or just before leaving if that is sooner, or the next morning, or never.</summary>
    private void ComeBack(Guest guest, int nth)
    {
        var now = agenda.Now;
        var told = now.AddMinutes(Assumptions.PaperComeBackMinutes);
        var today = told < guest.LeavesAt ? told : guest.LeavesAt;
        if (today > now.AddMinutes(20) && today < ParkHours.DeskCloses)
            ComesAt(today, guest, nth, cameBack: true);
        else if (guest.BackTomorrowAt is { } tomorrow && tomorrow > now)
            ComesAt(tomorrow, guest, nth, cameBack: true);
    }

    private sealed record Visit(Guest Guest, int Nth, DateTime ArrivedAt, bool CameBack);
}
