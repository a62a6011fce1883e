using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>A day of the desk with LostFound.</summary>
internal sealed record LostFoundDay(DeskLog Desk, LineLog Line)
{
    /// <summary>Far from the seeds that people type: what is learnt is never measured.</summary>
    private const int FirstSeedBefore = -1_000_000;

    /// <summary>What the desk has learnt in its first days.</summary>
    public static Experience DaysBefore(int days, int? mostCounters = null) => Enumerable.Range(FirstSeedBefore, days)
        .Aggregate(Experience.None, (known, seed) => known.And(Run(new LostDay(seed), known, mostCounters).Line));

    /// <param name="mostCounters">No more than so many counters are open; null: as the day plans.</param>
    public static LostFoundDay Run(LostDay day, Experience experience, int? mostCounters = null)
    {
        var agenda = new Agenda();
        var desk = new DeskLog();
        var plan = mostCounters is { } most ? day.Plan.AtMost(most) : day.Plan;
        var line = new VirtualLine(plan, agenda, desk, experience);
        var words = new NextWords(day, agenda, desk.Promises, new SupervisorCalls(day, agenda, desk), NextWords.OutageOf(day));
        var claims = new Claims(day, agenda, desk, new Places(day, agenda, desk, line, words), words);
        foreach (var guest in day.Guests)
            claims.Expect(guest);
        for (var minute = ParkHours.Opens; minute < PromiseAssumptions.End; minute = minute.AddMinutes(1))
            agenda.Add(minute, desk.Promises.LookAtAll);
        agenda.RunToTheEnd();
        line.CountPromises();
        return new LostFoundDay(desk, line.Log);
    }
}
