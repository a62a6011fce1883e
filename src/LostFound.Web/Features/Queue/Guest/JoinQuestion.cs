using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>What a guest was about to send, shown again when it was refused.</summary>
public sealed record JoinTyped(string Desk, string Wish, string Slot, Guid RequestId)
{
    public static JoinTyped Fresh(string desk, string wish = "") => new(desk, wish, "", Guid.NewGuid());

    public static JoinTyped From(PostedForm form) => new(
        form.Text("desk"), form.Text("wish"), form.Text("slot"), Guid.TryParse(form.Text("request"), out var id) ? id : Guid.NewGuid());

    public DateTime? SlotUtc => DateTime.TryParseExact(Slot, JoinQuestion.SlotFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var slot) ? slot : null;
}

/// <summary>The form for a place: what for, and now or at a time. One question for phones with and without a claim.</summary>
public sealed class JoinQuestion(LineSnapshots lines, BookTime booking, JoinLine join, ConfigStore config, TimeProvider clock)
{
    internal const string SlotFormat = "yyyy-MM-dd'T'HH:mm'Z'";
    private const int SlotsShown = 24;

    public async Task<IResult> PageAsync(JoinTyped typed, IReadOnlyList<Wish> wishes, string action, string back, Refusal? refused = null)
    {
        var (venue, now) = (config.Current, clock.GetUtcNow().UtcDateTime);
        var desk = venue.Desk(typed.Desk) ?? venue.Desks[0];
        var time = new VenueTime(venue.TimeZone, now);
        var opening = venue.Clock.CurrentOrNextOpening(now);
        var isOpen = opening.OpensUtc <= now;
        var wait = isOpen ? await SayWaitAsync(desk.Key, wishes[0].Lane, now, time) : null;
        var slots = (await booking.FreeSlotsAsync(desk.Key)).Take(SlotsShown)
            .Select(slot => new Choice(slot.ToString(SlotFormat, CultureInfo.InvariantCulture), $"At {time.Describe(slot)}"));
        return Render.Page<JoinPage>(new
        {
            Action = action,
            Back = back,
            Typed = typed with { Desk = desk.Key },
            DeskName = desk.Name,
            OtherDesks = venue.Desks.Where(d => d.Key != desk.Key).Select(d => new Choice(d.Key, d.Name)).ToList(),
            Wishes = wishes,
            Wait = wait,
            Opens = isOpen ? null : time.Describe(opening.OpensUtc),
            Times = (isOpen ? new[] { new Choice("", "As soon as it’s my turn") } : []).Concat(slots).ToList(),
            venue.Queue.HoldMinutes,
            Errors = refused is null ? null : new FormErrors().Add(refused.Field ?? "wish", refused.Message),
        }, refused?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    /// <summary>Takes the place, or says what stood in its way.</summary>
    public async Task<Outcome<TakenPlace>> SendAsync(JoinTyped typed, IReadOnlyList<Wish> wishes, JoinedFrom from, Guid? claimId, byte[]? guestKey, CancellationToken cancellation)
    {
        if (wishes.FirstOrDefault(w => w.Value == typed.Wish) is not { } wish)
            return new Refusal(RefusalKind.Invalid, "Choose what you come for", "wish");
        var input = new JoinInput(typed.RequestId, wish.Desk ?? typed.Desk, wish.Lane, from, claimId, guestKey);
        return typed.SlotUtc is { } slot
            ? await booking.HandleAsync(input, slot, cancellation)
            : await join.HandleAsync(input, cancellation);
    }

    private async Task<string> SayWaitAsync(string desk, Lane lane, DateTime now, VenueTime time)
    {
        var line = await lines.CurrentAsync(desk);
        return line.TellNewcomer(lane, now) is { } told
            ? $"Whoever joins now waits about {told.FromMinutes} to {told.ToMinutes} minutes, and is called by {time.Describe(told.By)}. {Waiting(line.Line.Count)}"
            : "Nobody is waiting: you’d be called at once.";
    }

    private static string Waiting(int count) => count switch
    {
        0 => "Nobody is in front of you.",
        1 => "1 guest is in front of you.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} guests are in front of you."),
    };
}

/// <summary>What a guest may come for.</summary>
/// <param name="Desk">Where it has to be; null where the guest may choose.</param>
public sealed record Wish(string Value, string Label, string Hint, string Icon, Lane Lane, string? Desk = null)
{
    public Choice Choice => new(Value, Label) { Hint = Hint, Icon = Icon };

    /// <summary>For who comes by the poster. A second contact is recognised by its claim, or by staff: not by saying so.</summary>
    public static readonly IReadOnlyList<Wish> Anybody =
    [
        new("report", "I lost something", "You can also report it from your phone, without coming", "package-search", Lane.Report),
        new("collect", "I was told to collect something", "Bring something with your name on it", "handshake", Lane.Collect),
    ];

    public static Wish Collect(string? desk) => new("collect", "Collect it", "It is ready for you", "handshake", Lane.Collect, desk);

    public static readonly Wish Ask = new("ask", "Ask about my claim", "Somebody looks at it with you", "message-circle", Lane.SecondContact);

    public static readonly Wish Report = new("report", "Tell you something in person", "Show a picture, describe it, or add to it", "users", Lane.Report);
}
