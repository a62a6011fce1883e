using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;
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
public sealed class JoinQuestion(LineSnapshots lines, BookTime booking, JoinLine join, ConfigStore config, TimeProvider clock, Words say)
{
    internal const string SlotFormat = "yyyy-MM-dd'T'HH:mm'Z'";
    private const int SlotsShown = 24;

    public async Task<IResult> PageAsync(JoinTyped typed, IReadOnlyList<Wish> wishes, string action, string back, Refusal? refused = null)
    {
        var (venue, now) = (config.Current, clock.GetUtcNow().UtcDateTime);
        var desk = venue.Desk(typed.Desk) ?? venue.Desks[0];
        var time = new VenueTime(venue.TimeZone, now, say.Language);
        var opening = venue.Clock.CurrentOrNextOpening(now);
        var isOpen = opening.OpensUtc <= now;
        var wait = isOpen ? await SayWaitAsync(desk.Key, wishes[0].Lane, now, time) : null;
        var slots = (await booking.FreeSlotsAsync(desk.Key)).Take(SlotsShown)
            .Select(slot => new Choice(slot.ToString(SlotFormat, CultureInfo.InvariantCulture), say["queue.at-time", ("time", time.Describe(slot))]));
        return Render.Page<JoinPage>(new
        {
            Action = action,
            Back = back,
            Typed = typed with { Desk = desk.Key },
            DeskName = desk.NameIn(say),
            OtherDesks = venue.Desks.Where(d => d.Key != desk.Key).Select(d => new Choice(d.Key, d.NameIn(say))).ToList(),
            Wishes = wishes,
            Wait = wait,
            Opens = isOpen ? null : time.Describe(opening.OpensUtc),
            Times = (isOpen ? new[] { new Choice("", say["queue.as-soon"]) } : []).Concat(slots).ToList(),
            venue.Queue.HoldMinutes,
            Errors = refused is null ? null : new FormErrors().Add(refused.Field ?? "wish", refused.In(say)),
        }, refused?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    /// <summary>Takes the place, or says what stood in its way.</summary>
    public async Task<Outcome<TakenPlace>> SendAsync(JoinTyped typed, IReadOnlyList<Wish> wishes, JoinedFrom from, Guid? claimId, byte[]? guestKey, CancellationToken cancellation)
    {
        if (wishes.FirstOrDefault(w => w.Value == typed.Wish) is not { } wish)
            return new Refusal(RefusalKind.Invalid, say["queue.wish-missing"], "wish");
        var input = new JoinInput(typed.RequestId, wish.Desk ?? typed.Desk, wish.Lane, from, claimId, guestKey);
        return typed.SlotUtc is { } slot
            ? await booking.HandleAsync(input, slot, cancellation)
            : await join.HandleAsync(input, cancellation);
    }

    private async Task<string> SayWaitAsync(string desk, Lane lane, DateTime now, VenueTime time)
    {
        var line = await lines.CurrentAsync(desk);
        return line.TellNewcomer(lane, now) is { } told
            ? $"{say["queue.newcomer", ("from", told.FromMinutes), ("n", told.ToMinutes), ("time", time.Describe(told.By))]} {Waiting(line.Line.Count)}"
            : say["queue.nobody-waiting"];
    }

    private string Waiting(int count) => count == 0 ? say["queue.nobody-in-front"] : say["queue.in-front", ("n", count)];
}

/// <summary>What a guest may come for.</summary>
/// <param name="Desk">Where it has to be; null where the guest may choose.</param>
public sealed record Wish(string Value, string Label, string Hint, string Icon, Lane Lane, string? Desk = null)
{
    public Choice Choice => new(Value, Label) { Hint = Hint, Icon = Icon };

    /// <summary>For who comes by the poster. A second contact is recognised by its claim, or by staff: not by saying so.</summary>
    public static IReadOnlyList<Wish> Anybody(Words say) =>
    [
        new("report", say["queue.wish-report"], say["queue.wish-report-hint"], "package-search", Lane.Report),
        new("collect", say["queue.wish-collect"], say["queue.wish-collect-hint"], "handshake", Lane.Collect),
    ];

    public static Wish Collect(string? desk, Words say) => new("collect", say["queue.wish-collect-it"], say["queue.wish-collect-it-hint"], "handshake", Lane.Collect, desk);

    public static Wish Ask(Words say) => new("ask", say["queue.wish-ask"], say["queue.wish-ask-hint"], "message-circle", Lane.SecondContact);

    public static Wish Report(Words say) => new("report", say["queue.wish-tell"], say["queue.wish-tell-hint"], "users", Lane.Report);
}
