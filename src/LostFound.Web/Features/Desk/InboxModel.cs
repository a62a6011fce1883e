using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Desk;

/// <summary>All that the inbox shows at one moment. For staff only: it holds items and guests' secrets side by side.</summary>
public sealed record InboxModel
{
    public required VenueTime Venue { get; init; }

    /// <summary>The latest change that is surely in here.</summary>
    public required long Sequence { get; init; }

    public required IReadOnlyList<InboxRow> Rows { get; init; }

    /// <summary>Null while nothing waits and no claim was asked for.</summary>
    public ClaimAtDesk? Selected { get; init; }

    /// <summary>Guests who need a person now, whether or not anything was found for them.</summary>
    public IReadOnlyList<GuestAlarm> Alarms { get; init; } = [];

    /// <summary>What guests are told of places now.</summary>
    public IReadOnlyList<Notice> Told { get; init; } = [];

    public required NoticeWords NoticeWords { get; init; }

    public InboxNotice? Notice { get; init; }

    /// <summary>Where this very view is read again: it names what is selected, so that news never changes what a person looks at.</summary>
    public string Address(string page) => Selected is not { } claim ? page
        : claim.Chosen is { } candidate ? $"{page}?claim={claim.Id}&candidate={candidate.Id}"
        : $"{page}?claim={claim.Id}";
}

/// <summary>What the answer to a form has to say above the inbox.</summary>
/// <param name="Title">The gist.</param>
/// <param name="Reason">A reason that was typed and not taken, to be shown again.</param>
public sealed record InboxNotice(Tone Tone, string Title, string Message, string? Reason = null);

/// <summary>A claim that waits for a decision.</summary>
public sealed record InboxRow(
    Guid ClaimId, string Reference, Category? Category, string Brand, string Description, DateTime FiledAt,
    DateTime? NextWordBy, double BestProbability, int Candidates, bool Answered, bool Proposed, bool CameBack = false)
{
    /// <summary>Since when a message of the guest's waits to be read.</summary>
    public DateTime? UnreadSince { get; init; }
}

/// <summary>The claim that is looked at, and what might belong to it.</summary>
public sealed record ClaimAtDesk
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required ClaimStatus Status { get; init; }
    public required Category? Category { get; init; }
    public required IReadOnlyList<Colour> Colours { get; init; }
    public required string Brand { get; init; }
    public required string Description { get; init; }
    public required string PrivateMarks { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required DateTime? LostFrom { get; init; }
    public required DateTime? LostTo { get; init; }
    public required DateTime FiledAt { get; init; }
    public required DateTime? NextWordBy { get; init; }
    public required IReadOnlyList<QuestionAtDesk> Questions { get; init; }

    /// <summary>The questions by rounds, to be judged, and the conversation.</summary>
    public required Messages.ProofAtDesk Proof { get; init; }
    public required Messages.TalkAtDesk Talk { get; init; }

    /// <summary>What staff usually ask about such a thing, without what was asked already.</summary>
    public required IReadOnlyList<string> UsualQuestions { get; init; }

    public required IReadOnlyList<CandidateTab> Tabs { get; init; }
    public required CandidateAtDesk? Chosen { get; init; }

    /// <summary>What was decided about this claim or the candidate asked for, when there is nothing left to decide on it.</summary>
    public required string? News { get; init; }

    public required bool MayBeMatched { get; init; }
}

public sealed record QuestionAtDesk(string Question, DateTime AskedAt, string? Answer, DateTime? AnsweredAt);

/// <summary>One of a claim's candidates, as a small picture to choose it by.</summary>
public sealed record CandidateTab(Guid Id, string Name, Category? Category, string? PhotoHash, double Probability);

/// <summary>The candidate that is looked at, with its item.</summary>
public sealed record CandidateAtDesk
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required CandidateStatus Status { get; init; }
    public required double Probability { get; init; }
    public required string Likelihood { get; init; }
    public required double PriorBits { get; init; }
    public required double Bits { get; init; }
    public required IReadOnlyList<ExplanationLine> Reasons { get; init; }
    public required string? DecidedBy { get; init; }
    public required DateTime? DecidedAt { get; init; }
    public required int OtherClaims { get; init; }

    public required Guid ItemId { get; init; }
    public required string Tag { get; init; }
    public required Category? Category { get; init; }
    public required string CategoryName { get; init; }
    public required IReadOnlyList<Colour> Colours { get; init; }
    public required string Brand { get; init; }
    public required string Description { get; init; }
    public required string PrivateNotes { get; init; }
    public required string Contents { get; init; }
    public required string Place { get; init; }
    public required DateTime FoundAt { get; init; }
    public required string Bin { get; init; }
    public required IReadOnlyList<string> PhotoHashes { get; init; }
}
