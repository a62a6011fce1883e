using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>The line at a moment, as the queueing core is told of it: what the desk can know, nothing more.</summary>
internal sealed class LineNow(CounterRoom counters, List<Ticket> waiting, Calling calling, Experience experience)
{
    public LineState At(DateTime now) =>
        LineState.Of(now, counters.Seen(now), counters.Coming(now, experience.OpensLate), [.. waiting.Select(t => t.Place)], experience.NoShowRate) with
        {
            SecondContactsPerHour = experience.SecondContactsPerHour,
            LeavesPerHour = experience.LeavesPerHour,
            ReturnRate = experience.ReturnRate,
            Kept = [.. calling.Kept.Select(t => t.Place)],
        };
}
