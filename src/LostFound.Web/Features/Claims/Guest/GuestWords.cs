using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>A claim's state in sentences for its guest. Nothing here knows of items or candidates.</summary>
internal sealed class GuestWords(VenueConfig venue, Claim claim, IReadOnlyList<ClaimEvent> events, PromiseStory promises, DateTime nowUtc, Words say)
{
    private readonly ClaimWords words = new(venue, nowUtc, say);
    private readonly ClosingStory closing = new(say, claim, venue.Clock);

    private PromiseWords Promised => venue.Promises.Words.In(say);

    private bool IsOverdue => claim.IsOpen && claim.NextWordBy < nowUtc;

    /// <summary>The last word came after the time that had been promised for it.</summary>
    private bool LastWordWasLate => events.Count > 0 && (events[^1].Kind == ClaimEventKind.PromiseBroken || CameLate(events.Count - 1));

    public string Headline(CollectView? collect) => claim.Status switch
    {
        ClaimStatus.Looking when IsOverdue => say["status.promised-and-late", ("time", At(claim.NextWordBy))],
        ClaimStatus.Looking when claim.NextWordBy is null => say["status.looking"],
        ClaimStatus.Looking when LastWordWasLate => Fill(Promised.Late),
        ClaimStatus.Looking when events.Any(e => e.Kind == ClaimEventKind.NothingYet) => Fill(Promised.NothingYet),
        ClaimStatus.Looking => Fill(Promised.Looking),
        ClaimStatus.Asking => say["status.question"],
        ClaimStatus.ReadyToCollect => Fill(Promised.Found).Replace("{desk}", collect?.DeskName ?? say["status.desk"], StringComparison.Ordinal),
        ClaimStatus.Collected => say["status.back"],
        ClaimStatus.Sent or ClaimStatus.NotFound => closing.Headline(),
        ClaimStatus.Withdrawn => events.Any(e => e.Kind == ClaimEventKind.FoundByGuest) ? say["status.found-by-guest"] : say["status.stopped"],
    };

    public string Next() => claim.Status switch
    {
        ClaimStatus.Looking => say["status.next-looking"],
        ClaimStatus.Asking => say["status.next-asking"],
        ClaimStatus.ReadyToCollect => say["status.next-ready"],
        ClaimStatus.Collected => say["status.next-collected"],
        ClaimStatus.Sent or ClaimStatus.NotFound => closing.Next(),
        ClaimStatus.Withdrawn => say["status.next-withdrawn"],
    };

    public string? Apology() => IsOverdue
        ? say["status.apology"]
        : null;

    public CollectView Collect(string? deskKey)
    {
        var desk = (deskKey is null ? null : venue.Desk(deskKey)) ?? venue.Desks[0];
        return new CollectView(desk.NameIn(say), venue.Place(desk.Place)?.NameIn(say), Hours());
    }

    public IEnumerable<TimelineEvent> Story()
    {
        for (var i = 0; i < events.Count; i++)
        {
            var happened = Tell(events[i]);
            yield return CameLate(i) ? happened with { Detail = Join(say["status.came-late"], happened.Detail) } : happened;
        }
        if (claim.IsOpen && claim.NextWordBy is { } due && !IsOverdue)
            yield return new TimelineEvent(due, say["status.hear-from-us"]) { Upcoming = true, Icon = "bell" };
    }

    public IReadOnlyList<ToldRow> Told() =>
    [
        new(say["status.told-what"], words.Category(claim.Category)),
        new(say["status.told-colours"], words.Colours(claim.Colours)),
        new(say["status.told-description"], Join(claim.Description, claim.Brand.Length > 0 ? say["status.told-brand", ("brand", claim.Brand)] : null)!),
        new(say["status.told-where"], words.Places(claim.Places)),
        new(say["status.told-when"], words.Between(claim.LostFrom, claim.LostTo)),
    ];

    private TimelineEvent Tell(ClaimEvent e) => e.Kind switch
    {
        ClaimEventKind.Filed => new(e.At, say["status.filed"]) { Icon = "send", Detail = say["status.filed-detail"] },
        ClaimEventKind.NothingYet => new(e.At, say["status.nothing-yet"]) { Icon = "search", Detail = promises.Waits(e) is { } waits ? Join(Compared(e), waits) : Compared(e) },
        ClaimEventKind.Asked => new(e.At, say["status.asked"]) { Icon = "message-circle" },
        ClaimEventKind.Answered => new(e.At, say["status.answered"]) { Icon = "pen-line", Detail = say["status.answered-detail"] },
        ClaimEventKind.ReadyToCollect => new(e.At, say["status.ready"]) { Icon = "package-check", Detail = say["status.ready-detail"] },
        ClaimEventKind.BackToLooking => new(e.At, say["status.back-to-looking"]) { Icon = "undo-2", Detail = say["status.back-to-looking-detail"] },
        ClaimEventKind.Collected => new(e.At, say["status.collected"]) { Icon = "handshake" },
        ClaimEventKind.Withdrawn => new(e.At, say["status.withdrawn"]) { Icon = "x" },
        ClaimEventKind.FoundByGuest => new(e.At, say["status.found-it"]) { Icon = "sparkles" },
        ClaimEventKind.StillHere or ClaimEventKind.PromiseBroken or ClaimEventKind.LateAgain or ClaimEventKind.PromiseMoved
            or ClaimEventKind.Spoke or ClaimEventKind.CallPromised or ClaimEventKind.CameBack => promises.Tell(e),
        ClaimEventKind.Sent or ClaimEventKind.NotFound or ClaimEventKind.LateFind or ClaimEventKind.OffFile => closing.Tell(e),
        ClaimEventKind.StaffWrote or ClaimEventKind.GuestWrote or ClaimEventKind.ProofInPerson => Messages.MessageStory.Tell(e, say),
    };

    private string Compared(ClaimEvent e) => e.ComparedUntil is { } until
        ? say["status.compared-until", ("time", At(until))]
        : say["status.not-compared"];

    private bool CameLate(int index)
    {
        var promised = events.Take(index).LastOrDefault(e => e.NextWordBy is not null)?.NextWordBy;
        return events[index].Kind is ClaimEventKind.NothingYet or ClaimEventKind.Asked or ClaimEventKind.ReadyToCollect && events[index].At > promised;
    }

    private string Hours()
    {
        var opening = venue.Clock.CurrentOrNextOpening(nowUtc);
        return opening.OpensUtc <= nowUtc
            ? say["status.open-until", ("time", At(opening.ClosesUtc))]
            : say["status.closed-opens", ("time", At(opening.OpensUtc))];
    }

    private string Fill(string sentence) => sentence.Replace("{time}", At(claim.NextWordBy), StringComparison.Ordinal);

    private string At(DateTime? utc) => utc is { } time ? words.Time.Describe(time) : "";

    private static string? Join(string first, string? second) =>
        second is null ? first : $"{first}\n{second}";
}
