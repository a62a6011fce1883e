using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Features.Desk;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>The line and its guests in the counters' short words.</summary>
public static class CounterWords
{
    public static string Short(Lane lane) => lane switch
    {
        Lane.Report => "Report",
        Lane.Collect => "Collect",
        Lane.SecondContact => "Second contact",
    };

    /// <summary>Why it is this guest's turn, to stand behind the lane.</summary>
    public static string Why(OrderReason reason) => reason switch
    {
        OrderReason.SecondContact => "comes before everybody else",
        OrderReason.BookedTimeDue => "booked this time, and it is due",
        OrderReason.Arrival => "has waited longest",
    };

    public static string Icon(Lane lane) => lane switch
    {
        Lane.Report => "pen-line",
        Lane.Collect => "package-check",
        Lane.SecondContact => "shield-alert",
    };

    public static string Name(CounterState state) => state switch
    {
        CounterState.Open => "Open",
        CounterState.Paused => "Paused",
        CounterState.Closed => "Closed",
    };

    public static Tone Tone(CounterState state) => state switch
    {
        CounterState.Open => Shared.Ui.Tone.Success,
        CounterState.Paused => Shared.Ui.Tone.Warning,
        CounterState.Closed => Shared.Ui.Tone.Neutral,
    };

    /// <summary>How things stand with a guest, as one says it to a colleague.</summary>
    public static string State(GuestAtCounter guest, VenueTime time) => guest.State switch
    {
        TicketState.Waiting when guest.BookedFor is { } booked && booked > time.NowUtc => $"Booked for {time.Describe(booked)}",
        TicketState.Waiting => $"In line since {time.Describe(guest.JoinedAt)}",
        TicketState.Called when guest.ArrivedAt is not null => "Called, and at the desk",
        TicketState.Called when guest.CalledAgainAt is { } again => $"Called twice, the second time {Ages.Ago(again, time.NowUtc)}",
        TicketState.Called => $"Called {Ages.Ago(guest.CalledAt ?? time.NowUtc, time.NowUtc)}, on the way",
        TicketState.Kept => $"Called twice; the place is kept until {time.Describe(guest.KeptUntil ?? time.NowUtc)}",
        TicketState.Serving => "At the counter",
        TicketState.Served => "Served",
        TicketState.Left => "Gave up the place",
        TicketState.NoShow => "Didn’t come",
    };

    public static string From(JoinedFrom from) => from switch
    {
        JoinedFrom.Claim => "from the claim’s page",
        JoinedFrom.Poster => "by the poster",
        JoinedFrom.Kiosk => "by a slip from the kiosk",
        JoinedFrom.Staff => "at the desk",
    };

    /// <summary>"Called by Maya", with what belongs to it.</summary>
    public static TimelineEvent Tell(TicketEvent e, int number, string? staff, VenueTime time) => e.Kind switch
    {
        TicketEventKind.Joined => new(e.At, string.Create(CultureInfo.InvariantCulture, $"Took a place in line, number {number}")) { Icon = "ticket", Detail = Promised(e, time) },
        TicketEventKind.Booked => new(e.At, string.Create(CultureInfo.InvariantCulture, $"Booked a time, number {number}")) { Icon = "calendar", Detail = Promised(e, time) },
        TicketEventKind.Told => new(e.At, "Told anew how long it will be") { Icon = "bell", Detail = Promised(e, time) },
        TicketEventKind.Called => new(e.At, "Called" + By(staff)) { Icon = "bell", Detail = e.Note.Length > 0 ? e.Note : null },
        TicketEventKind.CalledAgain => new(e.At, "Called a second time" + By(staff)) { Icon = "bell" },
        TicketEventKind.Kept => new(e.At, "Not there: the place is kept") { Icon = "clock" },
        TicketEventKind.CameBack => new(e.At, "Came back to the kept place") { Icon = "undo-2" },
        TicketEventKind.Arrived => new(e.At, "At the desk") { Icon = "map-pin" },
        TicketEventKind.Started => new(e.At, "Served" + By(staff)) { Icon = "user" },
        TicketEventKind.Transferred => new(e.At, "Passed on" + By(staff)) { Icon = "arrow-right" },
        TicketEventKind.Served => new(e.At, "Done" + By(staff)) { Icon = "check" },
        TicketEventKind.Left => new(e.At, "Gave up the place") { Icon = "log-out", Detail = e.Note.Length > 0 ? e.Note : null },
        TicketEventKind.NoShow => new(e.At, "Didn’t come while the place was kept") { Icon = "x" },
    };

    private static string? Promised(TicketEvent e, VenueTime time) => e.ToldBy is { } by ? $"Told: called by {time.Describe(by)}" : null;

    private static string By(string? staff) => staff is null ? "" : $" by {staff}";
}
