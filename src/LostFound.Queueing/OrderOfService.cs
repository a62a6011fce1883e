namespace LostFound.Queueing;

/// <summary>Which clause of the rule a place stands under.</summary>
public enum OrderReason
{
    /// <summary>The guest is here a second time about the same loss.</summary>
    SecondContact,

    /// <summary>The guest booked a time, and it has come.</summary>
    BookedTimeDue,

    /// <summary>In the order of joining.</summary>
    Arrival,
}

/// <summary>How many later guests go before somebody, and why.</summary>
/// <param name="Reason">The clause that puts them first.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record Overtaking(OrderReason Reason, int Count);

/// <summary>
/// The order in which guests are called. Second contacts first, by arrival; then booked times that are due, by booked
/// time; then everyone else by arrival. A booking that isn't due can't be called. This is the whole rule.
/// </summary>
public static class OrderOfService
{
    /// <summary>
    /// Total (no two places are equal, the id decides last) and stable (who stands before whom depends on these two
    /// alone, and changes only when a booking falls due).
    /// </summary>
    private static readonly Comparer<Place> Rule = Comparer<Place>.Create((a, b) =>
    {
        var order = Reason(a).CompareTo(Reason(b));
        if (order == 0)
            order = StandsSince(a).CompareTo(StandsSince(b));
        if (order == 0)
            order = a.JoinedAt.CompareTo(b.JoinedAt);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>Everyone who may be called, first to be called first.</summary>
    /// <param name="waiting">All places, in any order; bookings that aren't due are left out.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<Place> Line(IEnumerable<Place> waiting, DateTime now) =>
        [.. waiting.Where(place => place.IsCallable(now)).Order(Rule)];

    /// <summary>Bookings that aren't due yet, soonest first.</summary>
    /// <param name="waiting">All places, in any order.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<Place> NotYetDue(IEnumerable<Place> waiting, DateTime now) =>
        [.. waiting.Where(place => !place.IsCallable(now)).OrderBy(place => place.BookedFor).ThenBy(place => place.JoinedAt).ThenBy(place => place.Id, StringComparer.Ordinal)];

    /// <summary>The clause under which a place stands, or will stand when its booking is due.</summary>
    /// <param name="place">The place.</param>
    public static OrderReason Reason(Place place) =>
        place.Lane == Lane.SecondContact ? OrderReason.SecondContact
        : place.BookedFor is not null ? OrderReason.BookedTimeDue
        : OrderReason.Arrival;

    /// <summary>Why somebody who joined later is called before somebody who joined earlier; null when that isn't so.</summary>
    /// <param name="later">Who might pass.</param>
    /// <param name="earlier">Who might be passed.</param>
    /// <param name="now">The moment: a booking passes nobody before it is due.</param>
    public static OrderReason? Passes(Place later, Place earlier, DateTime now) =>
        later.JoinedAt > earlier.JoinedAt && later.IsCallable(now) && earlier.IsCallable(now) && Rule.Compare(later, earlier) < 0
            ? Reason(later)
            : null;

    /// <summary>Who goes before a place although they joined later, counted by clause. Empty when nobody does.</summary>
    /// <param name="place">The place that might be overtaken.</param>
    /// <param name="waiting">Everyone else; the place itself may be among them.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<Overtaking> Overtakers(Place place, IEnumerable<Place> waiting, DateTime now) =>
        [.. waiting
            .Select(other => Passes(other, place, now))
            .OfType<OrderReason>()
            .CountBy(reason => reason)
            .OrderBy(pair => pair.Key)
            .Select(pair => new Overtaking(pair.Key, pair.Value))];

    /// <summary>A booked guest stands there from the booked time on, not from the day of booking.</summary>
    private static DateTime StandsSince(Place place) => place.BookedFor ?? place.JoinedAt;
}
