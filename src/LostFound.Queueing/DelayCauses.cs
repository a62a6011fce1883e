namespace LostFound.Queueing;

/// <summary>How things stood when a time was told; kept with what was told.</summary>
/// <param name="At">When it was told, UTC.</param>
/// <param name="CountersOpen">How many counters took guests.</param>
public sealed record ToldBasis(DateTime At, int CountersOpen);

/// <summary>Guests who joined later, went first, and are gone from the line already.</summary>
/// <param name="SecondContacts">As second contacts.</param>
/// <param name="BookedTimes">With booked times.</param>
public readonly record struct PassedSince(int SecondContacts, int BookedTimes);

/// <summary>Finds out why a wait has grown.</summary>
public static class DelayCauses
{
    /// <summary>The one cause that explains most of a longer wait.</summary>
    /// <param name="place">Whose wait; a place of the line.</param>
    /// <param name="basis">How things stood when the time was told.</param>
    /// <param name="now">The line now.</param>
    /// <param name="passed">Who went before them and is gone already.</param>
    /// <param name="estimator">The estimator.</param>
    public static DelayCause Explain(Place place, ToldBasis basis, LineState now, PassedSince passed, WaitEstimator estimator) =>
        now.Counters.Count(counter => counter.TakesNext) < basis.CountersOpen ? DelayCause.FewerCounters : DelayCause.LongerService;
}
