using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>A place in line as sentences for its guest.</summary>
internal sealed class PlaceWords(VenueConfig venue, Ticket ticket, LineSnapshot line, DateTime nowUtc)
{
    private readonly VenueTime time = new(venue.TimeZone, nowUtc);
    private readonly LinePlace? place = line.Find(ticket.Id);

    public PlaceView View()
    {
        var desk = venue.Desk(ticket.Desk);
        var (stage, wait) = (Stage(), Wait());
        return new PlaceView
        {
            Desk = ticket.Desk,
            DeskName = DeskName,
            DeskWhere = desk is null ? null : venue.Place(desk.Place)?.Name is { } where && !DeskName.StartsWith(where, StringComparison.OrdinalIgnoreCase) ? where : null,
            Number = ticket.Number,
            Stage = stage,
            Headline = Headline(stage, wait),
            Wait = wait,
            Next = Next(stage),
            Ahead = ticket.State == TicketState.Waiting && place is { Place: > 0 } ? place.Place - 1 : null,
            Grew = Grew(),
            Passes = ticket.State == TicketState.Waiting && place is { Place: > 0 }
                ? [.. line.Passes.Where(p => p.From <= ticket.Number && ticket.Number <= p.To).Select(p => p.Reason).Distinct()]
                : [],
            NoCounter = ticket.State == TicketState.Waiting && line.CountersOpen == 0 && venue.Clock.IsOpen(nowUtc)
                ? $"No counter takes guests at this moment. {(wait is null ? "We call you when one opens." : "The time counts on one that opens soon.")}"
                : null,
            IsUrgent = ticket.State is TicketState.Called or TicketState.Kept,
            MayArrive = ticket.MayArrive && ticket.ArrivedAt is null && stage is not PlaceStage.Waiting && !(ticket.BookedFor - nowUtc > QueueLimits.EarlyForBooking),
            MayLeave = ticket.MayLeave,
            IsOver = !ticket.IsActive,
        };
    }

    private string DeskName => venue.Desk(ticket.Desk)?.Name ?? ticket.Desk;

    private bool IsBookedForLater => ticket.State == TicketState.Waiting && ticket.BookedFor > nowUtc;

    private PlaceStage Stage()
    {
        if (ticket.State != TicketState.Waiting || place is null or { Place: 0 })
            return PlaceStage.Other;
        if (place.Place == 1)
            return PlaceStage.Next;
        return place.Wait.P50 < venue.Queue.Walk ? PlaceStage.Soon : PlaceStage.Waiting;
    }

    /// <summary>The far end is the time told, which stands; the near end is as things are now.</summary>
    private WaitView? Wait()
    {
        if (ticket.State != TicketState.Waiting || IsBookedForLater || place is null or { Place: <= 1 } || ticket.ToldBy is not { } by || by <= nowUtc)
            return null;
        var to = Math.Max(1, (int)Math.Ceiling((by - nowUtc).TotalMinutes));
        var from = Math.Min((int)place.Wait.P50.TotalMinutes, to);
        // As the rule of telling does: single minutes of a long wait would claim what nobody knows.
        return new WaitView(to > QueueLimits.LongWaitMinutes ? from / 5 * 5 : from, to, time.Describe(by));
    }

    private string? Headline(PlaceStage stage, WaitView? wait) => ticket.State switch
    {
        TicketState.Waiting when IsBookedForLater => $"You’re booked for {Say(ticket.BookedFor)}.",
        TicketState.Waiting when stage == PlaceStage.Next => "You’re next.",
        TicketState.Waiting => wait is null ? "You’re in line." : null,
        TicketState.Called when ticket.CalledAgainAt is not null && ticket.ArrivedAt is null => CalledTwice,
        TicketState.Called => $"Come now: {CounterName}.",
        TicketState.Kept => CalledTwice,
        TicketState.Serving => $"You’re at {CounterName}.",
        TicketState.Served => "You were served.",
        TicketState.Left => "You gave up your place.",
        TicketState.NoShow => $"We kept your place until {Say(ticket.KeptUntil)}.",
    };

    private string Next(PlaceStage stage) => ticket.State switch
    {
        TicketState.Waiting when IsBookedForLater => $"Come to the {DeskName} then: we call you by {Say(ticket.ToldBy)}. You needn’t wait anywhere before.",
        TicketState.Waiting when ticket.ArrivedAt is not null => "We know that you’re here. Look at this page or at the display: your number is called.",
        // Whoever came now would stand before an empty counter.
        TicketState.Waiting when stage is PlaceStage.Next or PlaceStage.Soon && line.CountersOpen == 0 => $"There’s nothing to come to the {DeskName} for yet: this page says when.",
        TicketState.Waiting => stage switch
        {
            PlaceStage.Next => $"Please come to the {DeskName} now, so that you’re here when we call.",
            PlaceStage.Soon => $"It’s nearly your turn: please start walking to the {DeskName}.",
            PlaceStage.Waiting or PlaceStage.Other => "You needn’t stand in line. Go on with your day; this page says when to come.",
        },
        TicketState.Called when ticket.ArrivedAt is not null => "We know that you’re here. Please step up.",
        TicketState.Called when ticket.CalledAgainAt is null => $"It’s your turn at the {DeskName}.",
        TicketState.Called or TicketState.Kept => $"Come to the {DeskName} by then and tap “I’m here”: you keep the place you had.",
        TicketState.Serving => "Take your time.",
        TicketState.Served => "Thank you for coming. If anything is left open, tell us at the desk or on your claim’s page.",
        TicketState.Left => "Thank you for telling us: the next guest is called sooner.",
        TicketState.NoShow => "We called you twice. If you still want to come, take a new place.",
    };

    /// <summary>As the counter's sign reads; before that is known, just the desk.</summary>
    private string CounterName => line.Counters.FirstOrDefault(c => c.Id == ticket.CounterId) is { } counter ? $"counter {counter.Number}" : DeskName;

    private string CalledTwice => $"We called you twice. Your place is kept until {Say(ticket.KeptUntil)}.";

    private string? Grew() => ticket is not { State: TicketState.Waiting, ToldBy: { } by } ? null
        : by <= nowUtc ? $"We said that we’d call you by {Say(by)}, and we’re late. We’re sorry. You haven’t lost your place."
        : ticket.ToldLongerByMinutes > 0
        ? $"That is {Minutes(ticket.ToldLongerByMinutes)} later than we told you ({Say(by.AddMinutes(-ticket.ToldLongerByMinutes))}), because {(ticket.ToldCause is { } cause ? OrderWords.Cause(cause) : "it takes longer than we thought")}. We’re sorry."
        : null;

    private static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";

    private string Say(DateTime? utc) => utc is { } moment ? time.Describe(moment) : "";
}
