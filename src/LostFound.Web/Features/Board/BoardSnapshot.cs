using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Features.Queue.Outlook;

namespace LostFound.Web.Features.Board;

/// <summary>Everything the boards show, as of one moment. Never changed, so any number of boards may share it.</summary>
public sealed record BoardSnapshot
{
    public required DateTime AsOf { get; init; }

    /// <summary>The latest change that is surely in these numbers.</summary>
    public required long Sequence { get; init; }

    public required TimeZoneInfo Zone { get; init; }
    public required int ItemsToday { get; init; }
    public required int ItemsHeld { get; init; }
    public required int OpenClaims { get; init; }
    public required int ReadyToCollect { get; init; }
    public required int CandidatesWaiting { get; init; }

    /// <summary>Claims with a candidate that is very likely: a decision there helps a guest at once.</summary>
    public required int LikelyClaims { get; init; }

    public required int HandedOverToday { get; init; }
    public required int PromisesDue { get; init; }
    public required int PromisesOverdue { get; init; }

    /// <summary>Null when no claim is open.</summary>
    public required OldestClaim? Oldest { get; init; }

    /// <summary>What supervisors should check: how many, and the ones that wait longest.</summary>
    public int ToCheck { get; init; }

    public IReadOnlyList<TaskToCheck> Tasks { get; init; } = [];

    /// <summary>Guests who need a person now.</summary>
    public IReadOnlyList<GuestAlarm> Alarms { get; init; } = [];

    /// <summary>Messages to guests that were given up.</summary>
    public int Undelivered { get; init; }

    /// <summary>The desks with a line now.</summary>
    public IReadOnlyList<LineAtBoard> Lines { get; init; } = [];

    /// <summary>One a local hour, from opening (or the first event, if that was earlier) to now.</summary>
    public required IReadOnlyList<HourCount> Hours { get; init; }
}

public sealed record OldestClaim(Guid Id, string Reference, DateTime FiledAt, DateTime? NextWordBy);

public sealed record TaskToCheck(Guid Id, string Words, Guid? ItemId);

/// <param name="Hour">Start of the hour, UTC.</param>
public sealed record HourCount(DateTime Hour, int Registered, int HandedOver);
