using Xunit;

namespace LostFound.Queueing.Tests;

public class DelayCausesTests
{
    private static readonly WaitEstimator Estimator = new(Lines.Times);
    private static readonly ToldBasis Basis = new(Lines.Now.AddMinutes(-20), 3);

    [Fact]
    public void Fewer_counters_than_when_it_was_told() => Assert.Equal(DelayCause.FewerCounters, Explain(Lines.Of(20, 2), Basis));

    [Fact]
    public void Second_contacts_who_came_since() => Assert.Equal(DelayCause.SecondContacts, Explain(With(Lane.SecondContact, null, -5), Basis));

    [Fact]
    public void Second_contacts_who_have_been_called_already() =>
        Assert.Equal(DelayCause.SecondContacts, Explain(Lines.Of(20, 3), Basis, new PassedSince(3, 0)));

    [Fact]
    public void Times_booked_since_that_are_due() => Assert.Equal(DelayCause.BookedTimes, Explain(With(Lane.Collect, 0, -15), Basis));

    [Fact]
    public void Bookings_that_were_known_then_are_no_cause() => Assert.Equal(DelayCause.LongerService, Explain(With(Lane.Collect, 0, -60), Basis));

    [Fact]
    public void Longer_service_is_what_nothing_else_explains()
    {
        Assert.Equal(DelayCause.LongerService, Explain(Lines.Of(20, 3), Basis));
        // One second contact is a little of it; the growth is much more.
        var grown = Basis with { ExpectedAt = Lines.Now.AddMinutes(-10) };
        Assert.Equal(DelayCause.LongerService, Explain(Lines.Of(20, 3), grown, new PassedSince(1, 0)));
    }

    private static DelayCause Explain(LineState state, ToldBasis basis, PassedSince passed = default) =>
        new DelayCauses(state, Estimator).Explain(state.Line[^1], basis, passed);

    private static LineState With(Lane lane, int? booked, int joined)
    {
        var state = Lines.Of(20, 3);
        var passing = Enumerable.Range(0, 3).Select(at => new Place($"passes {at}", lane, Lines.Now.AddMinutes(joined), booked is { } due ? Lines.Now.AddMinutes(due) : null));
        return LineState.Of(state.Now, state.Counters, [], [.. state.Line, .. passing], 0);
    }
}
