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
/// without those who passed. What these don't explain is guests who take longer than usual.
/// </summary>
public static class DelayCauses
{
    /// <summary>The one cause that explains most of a longer wait.</summary>
    /// <param name="place">Whose wait; a place of the line.</param>
    /// <param name="basis">How things stood when the time was told.</param>
    /// <param name="now">The line now.</param>
    /// <param name="passed">Who went before them and is gone already.</param>
    /// <param name="estimator">The estimator.</param>
    public static DelayCause Explain(Place place, ToldBasis basis, LineState now, PassedSince passed, WaitEstimator estimator)
    {
        var open = Math.Max(1, now.Counters.Count(counter => counter.TakesNext));
        var hour = estimator.Times.HourOf(now.Now);
        double Minutes(Lane lane) => estimator.Times.For(lane, hour).Mean.TotalMinutes;

        var ahead = now.Line.TakeWhile(other => other.Id != place.Id).ToList();
        var passing = ahead.Where(other => other.JoinedAt > basis.At && OrderOfService.Reason(other) < OrderOfService.Reason(place)).ToLookup(OrderOfService.Reason);
        var work = ahead.Sum(other => Minutes(other.Lane));
        var counters = (work / open) - (work / Math.Max(open, basis.CountersOpen));
        var second = (passing[OrderReason.SecondContact].Count() + passed.SecondContacts) * Minutes(Lane.SecondContact) / open;
        var booked = (passing[OrderReason.BookedTimeDue].Sum(other => Minutes(other.Lane)) + (passed.BookedTimes * Minutes(Lane.Collect))) / open;

        var most = Math.Max(counters, Math.Max(second, booked));
        if (most <= 0 || most < Unexplained(basis, now, work / open, counters + second + booked))
            return DelayCause.LongerService;
        return most == counters ? DelayCause.FewerCounters
            : most == second ? DelayCause.SecondContacts
            : DelayCause.BookedTimes;
    }

    /// <summary>Minutes of growth that neither counters nor those who passed account for.</summary>
    private static double Unexplained(ToldBasis basis, LineState now, double left, double explained) =>
        basis.ExpectedAt is { } expected ? (now.Now.AddMinutes(left) - expected).TotalMinutes - explained : 0;
}
