using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;

namespace LostFound.Web.Features.Review;

/// <summary>All that the figures are computed from: what touches the range, as plain rows.</summary>
public sealed record ReviewFacts(
    IReadOnlyList<ClaimFact> Claims, IReadOnlyList<PromiseFact> Promises, IReadOnlyList<RatingFact> Ratings,
    IReadOnlyList<ItemFact> Items, IReadOnlyList<LineFact> Line);

/// <param name="Place">The first place that the guest named; null when not sure.</param>
/// <param name="FirstWordAt">When the guest first heard from us after filing.</param>
/// <param name="BackAt">When what was lost was handed over or sent.</param>
/// <param name="Repeats">How often the guest had to come back about it.</param>
public sealed record ClaimFact(
    Guid Id, string Reference, string? Category, string? Place, DateTime FiledAt, ClaimStatus Status, DateTime? FirstWordAt, DateTime? BackAt, int Repeats);

public enum PromiseOutcome
{
    Kept,

    /// <summary>Its time passed first, whatever came after.</summary>
    Broken,

    /// <summary>Not due yet.</summary>
    Open,

    /// <summary>Another took its place before it was due, or the claim was closed: neither kept nor broken.</summary>
    Ended,
}

public sealed record PromiseFact(Guid ClaimId, PromiseKind Kind, DateTime DueAt, PromiseOutcome Outcome);

public sealed record RatingFact(Guid ClaimId, int Rating, IReadOnlyList<string> Reasons, string OwnWords, DateTime GivenAt);

public sealed record ItemFact(string Category, string Place, DateTime RegisteredAt, bool IsBack);

/// <param name="Waited">From joining, or the booked time, to the first call.</param>
public sealed record LineFact(bool DidNotCome, TimeSpan? Waited);
