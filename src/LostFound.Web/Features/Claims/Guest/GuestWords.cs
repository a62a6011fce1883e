using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>A claim's state in sentences for its guest. Nothing here knows of items or candidates.</summary>
internal sealed class GuestWords(VenueConfig venue, Claim claim, IReadOnlyList<ClaimEvent> events, DateTime nowUtc)
{
    private readonly ClaimWords words = new(venue, nowUtc);
    private readonly ClosingStory closing = new(new Words(LanguageTexts.OfThisBuild), claim, venue.Clock);

    private bool IsOverdue => claim.IsOpen && claim.NextWordBy < nowUtc;

    /// <summary>The last word came after the time that had been promised for it.</summary>
    private bool LastWordWasLate => events.Count > 0 && CameLate(events.Count - 1);

    public string Headline(CollectView? collect) => claim.Status switch
    {
        ClaimStatus.Looking when IsOverdue => $"We promised you word by {Say(claim.NextWordBy)}, and we’re late.",
        ClaimStatus.Looking when claim.NextWordBy is null => "We’re looking.",
        ClaimStatus.Looking when LastWordWasLate => Fill(venue.Promises.Words.Late),
        ClaimStatus.Looking when events.Any(e => e.Kind == ClaimEventKind.NothingYet) => Fill(venue.Promises.Words.NothingYet),
        ClaimStatus.Looking => Fill(venue.Promises.Words.Looking),
        ClaimStatus.Asking => "We have a question for you.",
        ClaimStatus.ReadyToCollect => Fill(venue.Promises.Words.Found).Replace("{desk}", collect?.DeskName ?? "desk", StringComparison.Ordinal),
        ClaimStatus.Collected => "It’s back with you.",
        ClaimStatus.Sent or ClaimStatus.NotFound => closing.Headline(),
        ClaimStatus.Withdrawn => events.Any(e => e.Kind == ClaimEventKind.FoundByGuest) ? "You found it. How good!" : "We’ve stopped looking, as you asked.",
    };

    public string Next() => claim.Status switch
    {
        ClaimStatus.Looking => "You needn’t wait or come by. Everything handed in anywhere here is compared with what you told us, and a person checks whatever might fit.",
        ClaimStatus.Asking => "Your answer helps us to be sure that it reaches its owner. It takes a moment.",
        ClaimStatus.ReadyToCollect => "There is no hurry: it is kept for you.",
        ClaimStatus.Collected => "Thank you for your patience. We’re glad that it found its way.",
        ClaimStatus.Sent or ClaimStatus.NotFound => closing.Next(),
        ClaimStatus.Withdrawn => "This claim is closed. If you miss something else, tell us any time.",
    };

    public string? Apology() => IsOverdue
        ? "We’re sorry. You should have heard from us by now, with or without good news. We haven’t forgotten you, and we’re still looking."
        : null;

    public CollectView Collect(string? deskKey)
    {
        var desk = (deskKey is null ? null : venue.Desk(deskKey)) ?? venue.Desks[0];
        return new CollectView(desk.Name, venue.Place(desk.Place)?.Name, Hours());
    }

    public IEnumerable<TimelineEvent> Story()
    {
        for (var i = 0; i < events.Count; i++)
        {
            var happened = Tell(events[i]);
            yield return CameLate(i) ? happened with { Detail = Join("This came later than we had promised. We’re sorry.", happened.Detail) } : happened;
        }
        if (claim.IsOpen && claim.NextWordBy is { } due && !IsOverdue)
            yield return new TimelineEvent(due, "You hear from us, with or without good news") { Upcoming = true, Icon = "bell" };
    }

    public IReadOnlyList<ToldRow> Told() =>
    [
        new("What", words.Category(claim.Category)),
        new("Colours", words.Colours(claim.Colours)),
        new("Description", Join(claim.Description, claim.Brand.Length > 0 ? $"Brand: {claim.Brand}" : null)!),
        new("Where", words.Places(claim.Places)),
        new("When", words.Between(claim.LostFrom, claim.LostTo)),
    ];

    private TimelineEvent Tell(ClaimEvent e) => e.Kind switch
    {
        ClaimEventKind.Filed => new(e.At, "You told us what you lost") { Icon = "send", Detail = "It is being compared with everything handed in." },
        ClaimEventKind.NothingYet => new(e.At, "Nothing yet") { Icon = "search", Detail = Compared(e) },
        ClaimEventKind.Asked => new(e.At, "We asked you something") { Icon = "message-circle" },
        ClaimEventKind.Answered => new(e.At, "You answered") { Icon = "pen-line", Detail = "Thank you. A person looks at it now." },
        ClaimEventKind.ReadyToCollect => new(e.At, "We have it for you") { Icon = "package-check", Detail = "A person checked it, and it is kept for you." },
        ClaimEventKind.BackToLooking => new(e.At, "It wasn’t yours after all") { Icon = "undo-2", Detail = "We’re sorry for the hope. We go on looking." },
        ClaimEventKind.Collected => new(e.At, "You collected it") { Icon = "handshake" },
        ClaimEventKind.Withdrawn => new(e.At, "You closed the claim") { Icon = "x" },
        ClaimEventKind.FoundByGuest => new(e.At, "You found it yourself") { Icon = "sparkles" },
        ClaimEventKind.StillHere or ClaimEventKind.PromiseBroken or ClaimEventKind.LateAgain or ClaimEventKind.PromiseMoved
            or ClaimEventKind.Spoke or ClaimEventKind.CallPromised => Promises.PromiseStory.Tell(e),
        ClaimEventKind.Sent or ClaimEventKind.NotFound or ClaimEventKind.LateFind or ClaimEventKind.OffFile => closing.Tell(e),
    };

    private string Compared(ClaimEvent e) => e.ComparedUntil is { } until
        ? $"We compared your claim with everything handed in until {Say(until)}."
        : "We haven’t been able to compare your claim with everything handed in yet. We’re at it.";

    private bool CameLate(int index)
    {
        var promised = events.Take(index).LastOrDefault(e => e.NextWordBy is not null)?.NextWordBy;
        return events[index].Kind is ClaimEventKind.NothingYet or ClaimEventKind.Asked or ClaimEventKind.ReadyToCollect && events[index].At > promised;
    }

    private string Hours()
    {
        var opening = venue.Clock.CurrentOrNextOpening(nowUtc);
        return opening.OpensUtc <= nowUtc
            ? $"Open now, until {Say(opening.ClosesUtc)}"
            : $"Closed now. Opens {Say(opening.OpensUtc)}";
    }

    private string Fill(string sentence) => sentence.Replace("{time}", Say(claim.NextWordBy), StringComparison.Ordinal);

    private string Say(DateTime? utc) => utc is { } time ? words.Time.Describe(time) : "";

    private static string? Join(string first, string? second) =>
        second is null ? first : string.Create(CultureInfo.InvariantCulture, $"{first}\n{second}");
}
