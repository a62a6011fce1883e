using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>What a person at a counter sees at one moment. For staff only: it holds a guest's words and the item side by side.</summary>
public sealed record CounterModel
{
    public required VenueTime Venue { get; init; }
    public required string Desk { get; init; }
    public required string DeskName { get; init; }

    /// <summary>Null while this person has none open at this desk.</summary>
    public required CounterView? Counter { get; init; }

    /// <summary>Whether the person who looks has it; anybody may help out at a colleague's.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Who is called to the counter or served there.</summary>
    public required GuestAtCounter? Guest { get; init; }

    public required LineSnapshot Line { get; init; }

    /// <summary>What walk-ups are called, for those in line who said it.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Signs where nobody stands.</summary>
    public required IReadOnlyList<int> FreeNumbers { get; init; }

    public required IReadOnlyList<PassTarget> Targets { get; init; }
    public CounterNotice? Notice { get; init; }

    public LinePlace? Next => Line.Line.Count > 0 ? Line.Line[0] : null;

    public IEnumerable<CalledPlace> Kept => Line.Called.Where(c => c.State == TicketState.Kept);
}

/// <summary>What the answer to a form has to say at the top.</summary>
public sealed record CounterNotice(Tone Tone, string Title, string Message);

/// <summary>Where a guest can be passed on to.</summary>
public sealed record PassTarget(string Desk, Queueing.Lane Lane, string Label);

/// <summary>A guest as staff need to see them: who, why now, what was told, and all about the loss.</summary>
public sealed record GuestAtCounter
{
    public required Guid TicketId { get; init; }
    public required int Number { get; init; }
    public required string Desk { get; init; }
    public required Queueing.Lane Lane { get; init; }
    public required TicketState State { get; init; }
    public required string Name { get; init; }
    public required JoinedFrom From { get; init; }
    public required Queueing.OrderReason Reason { get; init; }
    public required DateTime JoinedAt { get; init; }
    public required DateTime? BookedFor { get; init; }
    public required DateTime? CalledAt { get; init; }
    public required DateTime? CalledAgainAt { get; init; }
    public required DateTime? KeptUntil { get; init; }
    public required DateTime? ArrivedAt { get; init; }

    /// <summary>What the guest was told first, and last.</summary>
    public required DateTime? FirstToldBy { get; init; }
    public required DateTime? ToldBy { get; init; }

    /// <summary>From when the second call is allowed; null when there is none to make.</summary>
    public required DateTime? CallAgainFrom { get; init; }

    public required bool MayBeKept { get; init; }
    public required bool MayBeTransferred { get; init; }
    public required bool MayLeave { get; init; }

    /// <summary>Null for a guest without a claim.</summary>
    public required ClaimAtDesk? Claim { get; init; }

    /// <summary>Where the item lies that is kept for this guest; null while none is.</summary>
    public required ItemToFetch? Fetch { get; init; }

    /// <summary>What went before, and what to say; null for a guest without a claim.</summary>
    public GuestHistory? Before { get; init; }

    public IReadOnlyList<GuidanceStep> Guidance { get; init; } = [];

    /// <summary>What was done and told so far, the visits to the desk among it.</summary>
    public required IReadOnlyList<TimelineEvent> History { get; init; }
}

/// <param name="Bin">The code on the shelf; null when it is in no bin.</param>
/// <param name="IsHere">Whether it lies at the desk that the guest comes to.</param>
public sealed record ItemToFetch(Guid ItemId, string? Bin, string BinName, string DeskName, bool IsHere);
