using System.Globalization;
using LostFound.Queueing;

namespace LostFound.Web.Features.Queue;

public enum TicketState
{
    /// <summary>In line, or booked for later.</summary>
    Waiting,

    /// <summary>A counter calls; the guest comes.</summary>
    Called,

    /// <summary>Called twice and not there: the place is kept for a while.</summary>
    Kept,

    /// <summary>At the counter.</summary>
    Serving,

    /// <summary>Done. Final.</summary>
    Served,

    /// <summary>The guest gave the place up. Final.</summary>
    Left,

    /// <summary>Nobody came while the place was kept. Final.</summary>
    NoShow,
}

public enum JoinedFrom { Claim, Poster, Kiosk, Staff }

/// <summary>A guest's place in the line of one desk.</summary>
public sealed class Ticket
{
    public required Guid Id { get; init; }
    public required string Desk { get; set; }

    /// <summary>The business day that the number belongs to.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Short, for speaking and for the display; counts from 1 at each desk on each day.</summary>
    public required int Number { get; set; }

    public required Lane Lane { get; set; }
    public required JoinedFrom From { get; init; }
    public TicketState State { get; set; }

    /// <summary>What the order goes by. Never moved: who comes back in time has the place of before.</summary>
    public required DateTime JoinedAt { get; init; }

    /// <summary>Start of the booked ten minutes.</summary>
    public DateTime? BookedFor { get; init; }

    /// <summary>Which of the slot's places it has; the unique index over it keeps the slot from overflowing.</summary>
    public int? BookedPlace { get; set; }

    /// <summary>Null for a guest without a claim.</summary>
    public Guid? ClaimId { get; init; }

    /// <summary>SHA-256 of the token in /q/{token}; null where the claim's link shows the place.</summary>
    public byte[]? TokenHash { get; init; }

    /// <summary>Hash of the key in the guest's browser, by which one phone has one place.</summary>
    public byte[]? GuestKey { get; init; }

    /// <summary>What staff call a guest who walked up; empty when nobody asked.</summary>
    public string Name { get; init; } = "";

    public DateTime? CalledAt { get; set; }

    /// <summary>The first call of all, which the told time is measured by; stays when the guest comes back to a kept place.</summary>
    public DateTime? FirstCalledAt { get; set; }

    public DateTime? CalledAgainAt { get; set; }
    public DateTime? KeptUntil { get; set; }

    /// <summary>Since when the guest stands at the desk: apart from the waiting that was done elsewhere.</summary>
    public DateTime? ArrivedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>When it was served, left or given up.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The counter that calls or serves, or did at the end.</summary>
    public Guid? CounterId { get; set; }

    /// <summary>What was told first, which the keeping of promises is measured by; null when the guest was called at once.</summary>
    public DateTime? FirstToldBy { get; init; }
    public int FirstToldToMinutes { get; init; }

    /// <summary>What the guest was told last: when, the range in minutes from then, and the time.</summary>
    public DateTime? ToldAt { get; set; }

    public int ToldFromMinutes { get; set; }
    public int ToldToMinutes { get; set; }
    public DateTime? ToldBy { get; set; }

    /// <summary>By how much the last telling was later than the one before, and why; none when it was not.</summary>
    public int ToldLongerByMinutes { get; set; }

    public DelayCause? ToldCause { get; set; }

    /// <summary>How many counters were open then: one of the reasons why it may grow.</summary>
    public int ToldCounters { get; set; }

    public int Version { get; set; } = 1;

    public bool IsActive => State is TicketState.Waiting or TicketState.Called or TicketState.Kept or TicketState.Serving;
    public bool MayBeCalledAgain => State is TicketState.Called && ArrivedAt is null && CalledAgainAt is null;
    public bool MayArrive => State is TicketState.Waiting or TicketState.Called or TicketState.Kept;
    public bool MayComeBack => State is TicketState.Kept;
    public bool MayBeKept => State is TicketState.Called && ArrivedAt is null && CalledAgainAt is not null;
    public bool MayBeFinished => State is TicketState.Serving;
    public bool MayBeTransferred => State is TicketState.Waiting or TicketState.Called or TicketState.Serving;
    public bool MayLeave => State is TicketState.Waiting or TicketState.Called or TicketState.Kept;

    /// <summary>What was told last, as the rule of telling sees it.</summary>
    public Told? LastTold => ToldAt is { } at && ToldBy is { } by ? new Told(at, ToldFromMinutes, ToldToMinutes, by) : null;

    /// <param name="countersOpen">When it was told.</param>
    public void Tell(Told told, int countersOpen)
    {
        ToldCounters = countersOpen;
        (ToldAt, ToldFromMinutes, ToldToMinutes, ToldBy) = (told.At, told.FromMinutes, told.ToMinutes, told.By);
        (ToldLongerByMinutes, ToldCause) = (Math.Max(0, told.LongerMinutes), told.Cause);
    }

    /// <summary>As the order of service and the estimates see it. The number leads the id, so that it decides between two who joined at once.</summary>
    public Place AsPlace() => new(string.Create(CultureInfo.InvariantCulture, $"{Number:D6}{Id:N}"), Lane, JoinedAt, BookedFor);

    public static Guid IdOf(Place place) => Guid.ParseExact(place.Id.AsSpan(6), "N");
}
