using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>One supervisor with a telephone, who has more to do than this: looks at the list now and then, and takes up alarms.</summary>
internal sealed class SupervisorCalls(LostDay day, Agenda agenda, DeskLog desk)
{
    private DateTime free = ParkHours.Date;

    /// <param name="done">Called when the guest has been rung.</param>
    public void Ring(Guest guest, DateTime due, Action done)
    {
        var draws = day.Draws(Purpose.RingingBack, guest);
        var looks = agenda.Now + draws.Minutes(PromiseAssumptions.LooksAtTheList);
        var alarmed = due.AddMinutes(-PromiseAssumptions.AtRiskMinutes);
        var takesUp = (alarmed > agenda.Now ? alarmed : agenda.Now) + draws.Minutes(PromiseAssumptions.TakesUpTheAlarm);
        var call = draws.Minutes(PromiseAssumptions.Call);
        agenda.Add(AtWork(looks < takesUp ? looks : takesUp), () => RingWhenFree(call, done));
    }

    private void RingWhenFree(TimeSpan call, Action done)
    {
        free = (free > agenda.Now ? free : agenda.Now) + call;
        desk.Worked(call);
        agenda.Add(free, done);
    }

    private static DateTime AtWork(DateTime at)
    {
        var hours = PromiseAssumptions.Hours(at);
        return at > hours.Opens ? at : hours.Opens;
    }
}
