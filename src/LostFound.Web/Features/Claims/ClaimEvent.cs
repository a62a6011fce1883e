namespace LostFound.Web.Features.Claims;

public enum ClaimEventKind
{
    Filed, NothingYet, Asked, Answered, ReadyToCollect, BackToLooking, Collected, Withdrawn, FoundByGuest,

    // Promises: it is still kept, we are sorry, sorry again, it takes longer, we spoke, we shall ring.
    StillHere, PromiseBroken, LateAgain, PromiseMoved, Spoke, CallPromised,

    // The guest had to come back about the same loss.
    CameBack,

    // Closing: posted, nothing found, found after all, and the time on file is over.
    Sent, NotFound, LateFind, OffFile,
    // Messages: each side wrote, and what writing could not settle is settled in person.
    StaffWrote, GuestWrote, ProofInPerson,
}

/// <summary>A line of the guest's timeline: what was done. Holds nothing of any item.</summary>
public sealed class ClaimEvent
{
    public long Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required DateTime At { get; init; }
    public required ClaimEventKind Kind { get; init; }

    /// <summary>The next promise made with it, when one was.</summary>
    public DateTime? NextWordBy { get; init; }

    /// <summary>For <see cref="ClaimEventKind.NothingYet"/>: until when everything handed in was compared.</summary>
    public DateTime? ComparedUntil { get; init; }

    /// <summary>The promise that it is about, which holds its facts: who answers for it, why it moved.</summary>
    public Guid? PromiseId { get; init; }

    /// <summary>For <see cref="ClaimEventKind.NothingYet"/>: an answer of the guest's had not been looked at by a person.</summary>
    public bool? AwaitsPerson { get; init; }
}

/// <summary>An open question that only the owner can answer well. Never leads, never describes an item.</summary>
public sealed class ProofQuestion
{
    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required string Question { get; init; }
    public required DateTime AskedAt { get; init; }
    public required Guid AskedBy { get; init; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Questions asked until the next answer come back together are one round; counts from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>What staff think of the answer; null until somebody looked. For staff only.</summary>
    public Messages.AnswerJudgement? Judgement { get; set; }
    public Guid? JudgedBy { get; set; }
    public DateTime? JudgedAt { get; set; }
}

/// <summary>What a guest has typed of a claim so far; kept for a day, sealed like contact details.</summary>
public sealed class ClaimDraft
{
    /// <summary>SHA-256 of the draft's key, which only the guest's browser holds.</summary>
    public required byte[] KeyHash { get; init; }

    public required byte[] Content { get; set; }
    public required DateTime UpdatedAt { get; set; }
}
