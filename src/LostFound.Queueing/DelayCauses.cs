namespace LostFound.Queueing;

/// <summary>How things stood when a time was told; kept with what was told.</summary>
/// <param name="At">When it was told, UTC.</param>
/// <param name="CountersOpen">How many counters took guests.</param>
public sealed record ToldBasis(DateTime At, int CountersOpen)
{
    /// <summary>When the guest was then expected to be called (P50), UTC; if not given, the growth isn't known.</summary>
    public DateTime? ExpectedAt { get; init; }
}

/// <summary>Guests who joined later, went first, and are gone from the line already.</summary>
/// <param name="SecondContacts">As second contacts.</param>
/// <param name="BookedTimes">With booked times that were booked since; earlier bookings were known when the time was told.</param>
public readonly record struct PassedSince(int SecondContacts, int BookedTimes);

/// <summary>
/// Finds out why a wait has grown, by arithmetic on mean times: how much sooner it would be with the counters of then, or
/// without those who passed. What these don't explain is guests who take longer than usual. One for a look at the line:
/// when a counter closes, everybody in it is to be told why.
/// </summary>
public sealed class DelayCauses
{
    private readonly LineState now;
    private readonly int open;
    private readonly Dictionary<string, int> ahead = new(StringComparer.Ordinal);
    private readonly double[] work;
    private readonly List<(int At, Place Place, OrderReason Reason)> passers = [];
    private readonly Func<Lane, double> minutes;

    /// <param name="now">The line now.</param>
    /// <param name="estimator">Whose service times count.</param>
    public DelayCauses(LineState now, WaitEstimator estimator)
    {
        this.now = now;
        open = Math.Max(1, now.Counters.Count(counter => counter.TakesNext));
        var hour = estimator.Times.HourOf(now.Now);
        var means = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => estimator.Times.For(lane, hour).Mean.TotalMinutes);
        minutes = lane => means[lane];
        work = new double[now.Line.Count + 1];
        for (var i = 0; i < now.Line.Count; i++)
        {
            var place = now.Line[i];
            ahead[place.Id] = i;
            work[i + 1] = work[i] + minutes(place.Lane);
            if (OrderOfService.Reason(place) is not OrderReason.Arrival and var reason)
                passers.Add((i, place, reason));
        }
    }

    /// <summary>The one cause that explains most of a longer wait.</summary>
    /// <param name="place">Whose wait; a place of the line.</param>
    /// <param name="basis">How things stood when the time was told.</param>
    /// <param name="passed">Who went before them and is gone already.</param>
    public DelayCause Explain(Place place, ToldBasis basis, PassedSince passed = default)
    {
        var at = ahead[place.Id];
        var passing = passers
            .Where(other => other.At < at && other.Place.JoinedAt > basis.At && other.Reason < OrderOfService.Reason(place))
            .ToLookup(other => other.Reason, other => minutes(other.Place.Lane));
        var counters = (work[at] / open) - (work[at] / Math.Max(open, basis.CountersOpen));
        var second = ((passing[OrderReason.SecondContact].Count() + passed.SecondContacts) * minutes(Lane.SecondContact)) / open;
        var booked = (passing[OrderReason.BookedTimeDue].Sum() + (passed.BookedTimes * minutes(Lane.Collect))) / open;

        var most = Math.Max(counters, Math.Max(second, booked));
        if (most <= 0 || most < Unexplained(basis, work[at] / open, counters + second + booked))
            return DelayCause.LongerService;
        return most == counters ? DelayCause.FewerCounters
            : most == second ? DelayCause.SecondContacts
            : DelayCause.BookedTimes;
    }

    /// <summary>Minutes of growth that neither counters nor those who passed account for.</summary>
    private double Unexplained(ToldBasis basis, double left, double explained) =>
        basis.ExpectedAt is { } expected ? (now.Now.AddMinutes(left) - expected).TotalMinutes - explained : 0;
}
