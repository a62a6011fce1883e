using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>Second contact first, then booked times that are due, then arrival; and nobody waits for ever.</summary>
public class OrderOfServiceTests
{
    private static readonly DateTime Now = Lines.Now;

    [Fact]
    public void The_rule_in_one_example() => Assert.Equal(
        ["second early", "second late", "booked 16:30", "booked 16:45", "early", "late"],
        Ids(OrderOfService.Line(
            [
                New("late", Lane.Collect, 20),
                New("booked 16:45", Lane.Collect, 90, booked: -15),
                New("second late", Lane.SecondContact, 1),
                New("not due", Lane.Report, 90, booked: 10),
                New("booked 16:30", Lane.Report, 5, booked: -30),
                New("early", Lane.Report, 40),
                New("second early", Lane.SecondContact, 3),
            ],
            Now)));

    [Fact]
    public void A_booking_is_due_at_its_minute_and_not_before()
    {
        var booked = New("booked", Lane.Collect, 60, booked: 10);
        Assert.Empty(OrderOfService.Line([booked], Now.AddMinutes(10).AddTicks(-1)));
        Assert.Equal([booked], OrderOfService.Line([booked], Now.AddMinutes(10)));
        Assert.Equal([booked], OrderOfService.NotYetDue([booked], Now));
    }

    [Fact]
    public void The_line_doesn_t_depend_on_how_places_are_stored() => Check(places =>
    {
        var line = Ids(OrderOfService.Line(places, Now));
        Assert.Equal(line, Ids(OrderOfService.Line(places.Reverse(), Now)));
        Assert.Equal(line, Ids(OrderOfService.Line(places.OrderBy(place => Draws.Key(place.Id)), Now)));
        Assert.Equal(places.Count(place => place.IsCallable(Now)), line.Count);
    });

    [Fact]
    public void Who_stands_before_whom_doesn_t_change_when_others_come_and_go() => Check(places =>
    {
        var line = Ids(OrderOfService.Line(places, Now));
        var some = places.Where((_, at) => at % 3 != 0).ToArray();
        Assert.Equal(line.Where(id => some.Any(place => place.Id == id)), Ids(OrderOfService.Line(some, Now)));
    });

    [Fact]
    public void Passing_is_told_for_exactly_those_who_pass() => Check(places =>
    {
        var line = OrderOfService.Line(places, Now);
        for (var at = 0; at < line.Count; at++)
        {
            var passing = line.Take(at).Where(other => other.JoinedAt > line[at].JoinedAt).ToList();
            Assert.All(passing, other => Assert.Equal(OrderOfService.Reason(other), OrderOfService.Passes(other, line[at], Now)));
            Assert.Equal(passing.Count, OrderOfService.Overtakers(line[at], places, Now).Sum(overtaking => overtaking.Count));
            Assert.All(line.Skip(at), other => Assert.Null(OrderOfService.Passes(other, line[at], Now)));
        }
    });

    [Fact]
    public void Nobody_is_passed_by_the_same_clause_except_by_an_earlier_booked_time() => Check(places =>
    {
        foreach (var (later, earlier) in places.SelectMany(later => places.Select(earlier => (later, earlier))))
        {
            if (OrderOfService.Passes(later, earlier, Now) is { } reason && reason == OrderOfService.Reason(earlier))
                Assert.True(later.BookedFor is not null || earlier.BookedFor is not null);
        }
    });

    /// <summary>
    /// The oracle is counting: a place can only be delayed by who is before it on joining, and by as many second contacts
    /// and booked times as there are. However the day goes, it is called after no more calls than that.
    /// </summary>
    [Fact]
    public void Nobody_starves() => Check(places =>
    {
        foreach (var place in places.Where(place => place.BookedFor is null && place.Lane != Lane.SecondContact))
        {
            var before = places.Count(other => other.JoinedAt <= place.JoinedAt && other.Id != place.Id);
            var mayPass = places.Count(other => other.JoinedAt > place.JoinedAt && OrderOfService.Reason(other) != OrderReason.Arrival);
            Assert.InRange(CallsBefore(place, places), 0, before + mayPass);
        }
    });

    /// <summary>Calls one guest a minute from the first joining on, and counts until the place's turn.</summary>
    private static int CallsBefore(Place place, Place[] places)
    {
        var waiting = new HashSet<Place>(places);
        var calls = 0;
        for (var now = places.Min(other => other.JoinedAt); ; now = now.AddMinutes(1))
        {
            var line = OrderOfService.Line(waiting.Where(other => other.JoinedAt <= now), now);
            if (line.Count == 0)
                continue;
            if (line[0] == place)
                return calls;
            waiting.Remove(line[0]);
            calls++;
        }
    }

    private static void Check(Action<Place[]> holds)
    {
        // Few different minutes, so that ties are common.
        var place =
            from lane in Gen.Elements(Lane.Report, Lane.Collect, Lane.Collect, Lane.SecondContact)
            from joined in Gen.Choose(0, 30)
            from booked in Gen.Elements<int?>(null, null, -20, -5, 0, 5)
            select (Lane: lane, Joined: joined, Booked: booked);
        var places = place.ArrayOf().Select(all => all.Select((one, at) => New($"place {at}", one.Lane, one.Joined, one.Booked)).ToArray());
        Prop.ForAll(places.ToArbitrary(), holds).QuickCheckThrowOnFailure();
    }

    private static List<string> Ids(IEnumerable<Place> line) => [.. line.Select(place => place.Id)];

    private static Place New(string id, Lane lane, int minutesAgo, int? booked = null) =>
        new(id, lane, Now.AddMinutes(-minutesAgo), booked is { } minutes ? Now.AddMinutes(minutes) : null);
}
