using LostFound.ParkDay.Day;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>The staffed counters and whom they are busy with.</summary>
internal sealed class CounterRoom(StaffPlan plan)
{
    // In order of their calls.
    private readonly List<Ticket> busy = [];

    public bool HasFree(DateTime now) => busy.Count < plan.OpenAt(now);

    public void Take(Ticket ticket) => busy.Add(ticket);

    public void Free(Ticket ticket) => busy.Remove(ticket);

    /// <summary>As the queueing core sees them. A counter that should close takes no further guest once it is done.</summary>
    public List<Counter> Seen(DateTime now)
    {
        var open = plan.OpenAt(now);
        return
        [
            .. busy.Select((ticket, i) => new Counter($"{i + 1}", ticket.Place.Lane, ticket.LastCalledAt, TakesNext: i < open)),
            .. Enumerable.Range(busy.Count, Math.Max(0, open - busy.Count)).Select(i => new Counter($"{i + 1}", Serving: null, ServingSince: null, TakesNext: true)),
        ];
    }

    /// <summary>
    /// The plan as the desk believes it: people come back from a break as late as they usually do, and who is later
    /// still may come any minute.
    /// </summary>
    public List<CounterChange> Coming(DateTime now, TimeSpan usuallyLate) =>
    [
        .. from change in plan.Changes
           where change.Opens > now
           let expected = change.IsOpening ? change.At + usuallyLate : change.At
           select new CounterChange(expected > now ? expected : now.AddMinutes(1), change.Open),
    ];
}
