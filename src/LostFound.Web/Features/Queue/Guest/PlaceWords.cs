using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>A place in line as sentences for its guest.</summary>
internal sealed class PlaceWords(VenueConfig venue, Ticket ticket, LineSnapshot line, DateTime nowUtc, Words say)
{
    private readonly VenueTime time = new(venue.TimeZone, nowUtc, say.Language);
    private readonly LinePlace? place = line.Find(ticket.Id);

    public PlaceView View()
    {
        var desk = venue.Desk(ticket.Desk);
        var (stage, wait) = (Stage(), Wait());
        return new PlaceView
        {
            Desk = ticket.Desk,
            DeskName = DeskName,
            DeskWhere = desk is null ? null : venue.Place(desk.Place)?.NameIn(say) is { } where && !DeskName.Contains(where, StringComparison.OrdinalIgnoreCase) ? where : null,
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
                ? wait is null ? say["queue.no-counter"] : say["queue.no-counter-soon"]
                : null,
            IsUrgent = ticket.State is TicketState.Called or TicketState.Kept,
            MayArrive = ticket.MayArrive && ticket.ArrivedAt is null && stage is not PlaceStage.Waiting && !(ticket.BookedFor - nowUtc > QueueLimits.EarlyForBooking),
            MayLeave = ticket.MayLeave,
            IsOver = !ticket.IsActive,
        };
    }

    private string DeskName => venue.Desk(ticket.Desk)?.NameIn(say) ?? ticket.Desk;

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
        TicketState.Waiting when IsBookedForLater => say["queue.booked-for", ("time", At(ticket.BookedFor))],
        TicketState.Waiting when stage == PlaceStage.Next => say["queue.next"],
        TicketState.Waiting => wait is null ? say["queue.in-line"] : null,
        TicketState.Called when ticket.CalledAgainAt is not null && ticket.ArrivedAt is null => CalledTwice,
        TicketState.Called => CounterNumber is { } number ? say["queue.come-now-counter", ("number", number)] : say["queue.come-now", ("desk", DeskName)],
        TicketState.Kept => CalledTwice,
        TicketState.Serving => CounterNumber is { } number ? say["queue.at-counter", ("number", number)] : say["queue.at-desk", ("desk", DeskName)],
        TicketState.Served => say["queue.served"],
        TicketState.Left => say["queue.left"],
        TicketState.NoShow => say["queue.kept-until", ("time", At(ticket.KeptUntil))],
    };

    private string Next(PlaceStage stage) => ticket.State switch
    {
        TicketState.Waiting when IsBookedForLater => say["queue.next-booked", ("desk", DeskName), ("time", At(ticket.ToldBy))],
        TicketState.Waiting when ticket.ArrivedAt is not null => say["queue.next-here"],
        // Whoever came now would stand before an empty counter.
        TicketState.Waiting when stage is PlaceStage.Next or PlaceStage.Soon && line.CountersOpen == 0 => say["queue.next-not-yet", ("desk", DeskName)],
        TicketState.Waiting => stage switch
        {
            PlaceStage.Next => say["queue.next-next", ("desk", DeskName)],
            PlaceStage.Soon => say["queue.next-soon", ("desk", DeskName)],
            PlaceStage.Waiting or PlaceStage.Other => say["queue.next-waiting"],
        },
        TicketState.Called when ticket.ArrivedAt is not null => say["queue.next-step-up"],
        TicketState.Called when ticket.CalledAgainAt is null => say["queue.next-called", ("desk", DeskName)],
        TicketState.Called or TicketState.Kept => say["queue.next-kept", ("desk", DeskName)],
        TicketState.Serving => say["queue.next-serving"],
        TicketState.Served => say["queue.next-served"],
        TicketState.Left => say["queue.next-left"],
        TicketState.NoShow => say["queue.next-no-show"],
    };

    /// <summary>As the counter's sign reads; null before that is known.</summary>
    private int? CounterNumber => line.Counters.FirstOrDefault(c => c.Id == ticket.CounterId)?.Number;

    private string CalledTwice => say["queue.called-twice", ("time", At(ticket.KeptUntil))];

    private string? Grew() => ticket is not { State: TicketState.Waiting, ToldBy: { } by } ? null
        : by <= nowUtc ? say["queue.late", ("time", At(by))]
        : ticket.ToldLongerByMinutes > 0
        ? OrderWords.Grew(ticket.ToldCause, ticket.ToldLongerByMinutes, At(by.AddMinutes(-ticket.ToldLongerByMinutes)), say)
        : null;

    private string At(DateTime? utc) => utc is { } moment ? time.Describe(moment) : "";
}
