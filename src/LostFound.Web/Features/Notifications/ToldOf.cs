using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Notifications;

public enum Telling
{
    /// <summary>The guest did it, or sees it at the desk.</summary>
    Nothing,

    /// <summary>Good to know, and nothing to do.</summary>
    News,

    /// <summary>Asks something of the guest, or stops them from coming for nothing.</summary>
    NeedsGuest,
}

/// <summary>
/// Which events guests are told of while their page is closed, and in which words: the one place that knows. A new
/// kind of event must be entered here.
/// </summary>
/// <param name="Subject">Key of the text that stands alone: an e-mail's subject, a telephone's text.</param>
/// <param name="Words">Key of the paragraph; {time} and {name} are the promise's that the event is about.</param>
internal sealed record ToldOf(Telling Telling, string Subject = "", string Words = "")
{
    private static readonly ToldOf Nothing = new(Telling.Nothing);

    public static ToldOf Of(ClaimEventKind kind) => kind switch
    {
        // The receipt: whoever closes the page has its link in the mailbox.
        ClaimEventKind.Filed => News("mail.filed-subject", "mail.filed"),
        ClaimEventKind.NothingYet => News("mail.nothing-yet-subject", "mail.nothing-yet"),
        ClaimEventKind.Asked => NeedsGuest("mail.asked-subject", "mail.asked"),
        ClaimEventKind.Answered => Nothing,
        ClaimEventKind.ReadyToCollect => NeedsGuest("mail.ready-subject", "mail.ready"),
        ClaimEventKind.BackToLooking => NeedsGuest("mail.back-subject", "mail.back"),
        // Asks how it went: the page has the one tap.
        ClaimEventKind.Collected => News("mail.collected-subject", "mail.collected"),
        ClaimEventKind.Withdrawn => Nothing,
        ClaimEventKind.FoundByGuest => Nothing,
        ClaimEventKind.StillHere => News("mail.still-here-subject", "mail.still-here"),
        ClaimEventKind.PromiseBroken => News("mail.broken-subject", "mail.broken"),
        ClaimEventKind.LateAgain => News("mail.late-again-subject", "mail.late-again"),
        ClaimEventKind.PromiseMoved => News("mail.moved-subject", "mail.moved"),
        ClaimEventKind.Spoke => Nothing,
        // The telephone should be at hand.
        ClaimEventKind.CallPromised => NeedsGuest("mail.call-subject", "mail.call"),
        ClaimEventKind.CameBack => Nothing,
        ClaimEventKind.Sent => News("mail.sent-subject", "mail.sent"),
        ClaimEventKind.NotFound => News("mail.not-found-subject", "mail.not-found"),
        ClaimEventKind.LateFind => News("mail.late-find-subject", "mail.late-find"),
        // There is nowhere to write to any more.
        ClaimEventKind.OffFile => Nothing,
        ClaimEventKind.StaffWrote => NeedsGuest("mail.wrote-subject", "mail.wrote"),
        ClaimEventKind.GuestWrote => Nothing,
        ClaimEventKind.ProofInPerson => NeedsGuest("mail.in-person-subject", "mail.in-person"),
    };

    private static ToldOf News(string subject, string words) => new(Telling.News, subject, words);

    private static ToldOf NeedsGuest(string subject, string words) => new(Telling.NeedsGuest, subject, words);
}
