using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Promises;

public enum PromiseKind
{
    /// <summary>To hear from us, with or without good news. Every claim whose guest waits has exactly one.</summary>
    NextWord,

    /// <summary>A named person rings the guest.</summary>
    CallBack,
}

/// <summary>Why a promise was made.</summary>
public enum PromiseCause
{
    Filed, NothingYet, Asked, Answered, ReadyToCollect, StillHere, BackToLooking,

    /// <summary>Staff told the guest something: by telephone, at the counter or in writing.</summary>
    Told,

    /// <summary>The guest was told before the time that it takes longer.</summary>
    Moved,

    /// <summary>The promise before it was broken.</summary>
    Missed,

    SecondContact,
    BadRating,

    /// <summary>Something came in for a claim that was closed without a find.</summary>
    LateFind,
}

public enum PromiseStatus
{
    Open,

    /// <summary>Word was given by the time promised.</summary>
    Kept,

    /// <summary>Another one stands in its place, and the guest was told before this one was due.</summary>
    Moved,

    /// <summary>The time passed first, and what it takes to own up to it was done.</summary>
    Broken,

    /// <summary>Missed when another of the claim had been missed before: the guest has word meanwhile, a supervisor still owes the explanation.</summary>
    Unexplained,

    /// <summary>The claim was closed before it was due.</summary>
    Ended,
}

/// <summary>What is known of why one was missed.</summary>
public enum MissReason
{
    Unknown,

    /// <summary>The server was down, or stood still.</summary>
    StoodStill,

    /// <summary>It was for a person to keep, and none did.</summary>
    NobodyDid,
}

/// <summary>Something that a guest was told with a time in it. Made, kept, moved and broken by <see cref="PromiseBook"/> alone.</summary>
public sealed class Promise
{
    /// <summary>Characters of whatever staff write on a promise.</summary>
    public const int TextLength = 500;

    /// <summary>From this miss on, one of a claim is not over without a supervisor's explanation.</summary>
    public const int ExplainFrom = 2;

    public required Guid Id { get; init; }
    public required Guid ClaimId { get; init; }
    public required PromiseKind Kind { get; init; }
    public required PromiseCause Cause { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>Who made it; null is the software.</summary>
    public string? MadeBy { get; init; }

    public required DateTime DueAt { get; init; }

    /// <summary>Only a person can keep it: the software sends no "nothing yet" in its place.</summary>
    public bool NeedsPerson { get; set; }

    /// <summary>Since when desk and board show that a person should see to it, before it is due.</summary>
    public DateTime? RaisedAt { get; set; }

    public PromiseStatus Status { get; set; }
    public DateTime? SettledAt { get; set; }

    /// <summary>Who kept, moved or explained it; null is the software, or the guest who closed the claim.</summary>
    public string? SettledBy { get; set; }

    /// <summary>Who answers for it, when somebody was named.</summary>
    public Guid? SupervisorId { get; set; }
    public string SupervisorName { get; set; } = "";

    /// <summary>What staff say of it: what they spoke about (for staff), or why it moved (in the guest's words).</summary>
    public string Note { get; set; } = "";

    /// <summary>The how manieth miss on its claim; 0 while it is none. Set as soon as the miss is seen, also while it stands open.</summary>
    public int Miss { get; set; }

    public MissReason Reason { get; set; }

    /// <summary>Why it was missed, in a supervisor's words. For staff.</summary>
    public string Explanation { get; set; } = "";

    /// <summary>The promise in whose place this one stands.</summary>
    public Guid? FollowsId { get; init; }

    public bool IsOpen => Status == PromiseStatus.Open;

    /// <summary>Stays where everybody sees it until a supervisor explains it.</summary>
    public bool NeedsExplanation => Miss >= ExplainFrom && Status is PromiseStatus.Open or PromiseStatus.Unexplained;

    public bool IsOverdue(DateTime now) => IsOpen && DueAt < now;
}

public static class PromiseRules
{
    /// <summary>Whether the guest of such a claim waits for us, and so is owed a next word.</summary>
    public static bool OwesWord(this ClaimStatus status) => status switch
    {
        ClaimStatus.Looking or ClaimStatus.Asking or ClaimStatus.ReadyToCollect => true,
        ClaimStatus.Collected or ClaimStatus.Withdrawn or ClaimStatus.Sent or ClaimStatus.NotFound => false,
    };

    /// <summary>Whether a promise made for this cause comes with word to the guest, which keeps the one before it.</summary>
    public static bool IsWord(this PromiseCause cause) => cause switch
    {
        PromiseCause.NothingYet or PromiseCause.Asked or PromiseCause.ReadyToCollect or PromiseCause.StillHere
            or PromiseCause.BackToLooking or PromiseCause.Told or PromiseCause.LateFind => true,
        PromiseCause.Filed or PromiseCause.Answered or PromiseCause.Moved or PromiseCause.Missed
            or PromiseCause.SecondContact or PromiseCause.BadRating => false,
    };

    /// <summary>After these, no message of the software's own will do.</summary>
    public static bool NeedsPerson(this PromiseCause cause) => cause is PromiseCause.Missed or PromiseCause.SecondContact or PromiseCause.BadRating;
}
