using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue.Outlook;

namespace LostFound.Web.Features.Review;

/// <summary>So many of so many.</summary>
public readonly record struct Share(int Part, int Whole)
{
    /// <summary>Below this a percentage says more than is known.</summary>
    public const int LeastForPercent = 10;

    /// <summary>Null when there is nothing to divide by.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;

    public static Share Of<T>(IReadOnlyCollection<T> all, Func<T, bool> isPart) => new(all.Count(isPart), all.Count);
}

/// <summary>Ratings by number: how often each of 1 to 5 was given.</summary>
public sealed record Ratings(IReadOnlyList<int> Counts)
{
    public int Count => Counts.Sum();

    /// <summary>Null without any.</summary>
    public double? Mean => Count == 0 ? null : Counts.Select((count, index) => (double)count * (index + 1)).Sum() / Count;
}

/// <summary>One group's figures: a place, a category, an hour, or everything.</summary>
/// <param name="Claims">Filed in the range.</param>
/// <param name="Back">Of these, how many got back what was lost.</param>
/// <param name="TimeBack">From filing until then.</param>
/// <param name="FirstWord">From filing until the guest first heard from us.</param>
/// <param name="ItemsBack">Of the items registered in the range, how many went to their owners.</param>
/// <param name="Promises">Of those due in the range and kept or broken, how many were kept.</param>
/// <param name="Repeats">Of the claims filed in the range, how many guests had to ask again.</param>
public sealed record GroupFigures(
    string Key, int Claims, Share Back, Measured TimeBack, Measured FirstWord, Share ItemsBack, Share Promises, Share Repeats, Ratings Ratings);

/// <summary>One day, for the plots.</summary>
public sealed record DayFigures(DateOnly Day, int Filed, int Back, int Registered, int Kept, int Broken, int Ratings, int BadRatings);

public sealed record KindOfPromise(PromiseKind Kind, int Kept, int Broken, int Open, int Ended);

public sealed record ReasonCount(string Reason, int Count);

/// <summary>A claim to read, and why it is among the worst.</summary>
public sealed record WorstCase(Guid ClaimId, string Reference, string? Category, string? Place, DateTime FiledAt, int Points, IReadOnlyList<string> Why, string OwnWords);

/// <summary>What the days of a range teach.</summary>
public sealed record ReviewedDays
{
    public required ReviewRange Range { get; init; }
    public required GroupFigures All { get; init; }
    public required IReadOnlyList<KindOfPromise> Promises { get; init; }
    public required IReadOnlyList<ReasonCount> Reasons { get; init; }
    public required IReadOnlyList<DayFigures> Days { get; init; }

    /// <summary>Keys are the configuration's; "" where nobody was sure.</summary>
    public required IReadOnlyList<GroupFigures> Places { get; init; }
    public required IReadOnlyList<GroupFigures> Categories { get; init; }

    /// <summary>Keys are "00" to "23": the local hour in which a claim was filed or an item registered.</summary>
    public required IReadOnlyList<GroupFigures> Hours { get; init; }

    public required IReadOnlyList<WorstCase> Worst { get; init; }

    /// <summary>Of the places in line, how many guests didn't come when called.</summary>
    public required Share NoShows { get; init; }
    public required Measured Waits { get; init; }

    public bool IsEmpty => All.Claims == 0 && All.ItemsBack.Whole == 0 && All.Ratings.Count == 0 && Promises.Count == 0;
}
