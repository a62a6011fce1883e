using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>No counter stands idle while somebody waits, and no work is lost or done twice.</summary>
public class WorkConservedTests
{
    private const int Scenario = 17;

    [Fact]
    public void While_somebody_waits_every_open_counter_works()
    {
        var story =
            from places in Gen.Choose(1, 60)
            from counters in Gen.Choose(1, 6)
            from opens in Gen.Choose(0, 60).ArrayOf(3)
            from rate in Gen.Choose(0, 3)
            select (places, counters, opens, rate);
        Prop.ForAll(story.ToArbitrary(), one => Holds(one.places, one.counters, one.opens, one.rate / 10.0)).QuickCheckThrowOnFailure();
    }

    /// <summary>Counters only open here, so by the last call the hours worked are the hours that were open, to the second.</summary>
    private static void Holds(int places, int counters, int[] opens, double noShows)
    {
        var changes = opens.Order().Select((minute, at) => new CounterChange(Lines.Now.AddMinutes(minute + 1), counters + at + 1)).ToArray();
        var state = Lines.Of(places, counters, noShows) with
        {
            Counters = [.. Enumerable.Range(0, counters).Select(at => new Counter($"{at}", null, null, TakesNext: true))],
            Plan = changes,
        };
        var table = new ServiceTable(Lines.Times, state.Now);
        var chances = new Chances(table, state);
        var line = Scenarios.Of(table, state)[Scenario];
        var work = new List<(double Start, double End)>();
        foreach (var place in state.Line)
        {
            var guest = new Guest(0, place.Lane, Draws.Key(place.Id));
            var call = line.CallOf(0, OrderReason.Arrival);
            line.Serve(call, guest);
            work.Add((call, call + chances.Busy(call, guest, Scenario)));
        }
        var last = work[^1].Start;
        var open = (counters * last) + changes.Sum(change => Math.Max(0, last - (change.At - state.Now).TotalSeconds));
        Assert.Equal(open, work.Sum(one => Math.Min(one.End, last) - one.Start), 1e-6 * (1 + open));
        // Never more at once than there are counters.
        Assert.All(work, one => Assert.True(work.Count(other => other.Start <= one.Start && other.End > one.Start)
            <= counters + changes.Count(change => (change.At - state.Now).TotalSeconds <= one.Start)));
    }
}
