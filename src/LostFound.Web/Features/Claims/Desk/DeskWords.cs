using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims.Desk;

/// <summary>A claim's states and events in the desk's short words.</summary>
public static class DeskWords
{
    public static string Name(this ClaimStatus status) => status switch
    {
        ClaimStatus.Looking => "Looking",
        ClaimStatus.Asking => "Waiting for an answer",
        ClaimStatus.ReadyToCollect => "Ready to collect",
        ClaimStatus.Collected => "Collected",
        ClaimStatus.Withdrawn => "Withdrawn",
        ClaimStatus.Sent => "Sent to the owner",
        ClaimStatus.NotFound => "Not found, on file",
    };

    public static Tone Tone(this ClaimStatus status) => status switch
    {
        ClaimStatus.Looking => Shared.Ui.Tone.Info,
        ClaimStatus.Asking => Shared.Ui.Tone.Warning,
        ClaimStatus.ReadyToCollect => Shared.Ui.Tone.Success,
        ClaimStatus.Collected or ClaimStatus.Withdrawn or ClaimStatus.Sent or ClaimStatus.NotFound => Shared.Ui.Tone.Neutral,
    };

    public static TimelineEvent Tell(ClaimEvent e) => e.Kind switch
    {
        ClaimEventKind.Filed => new(e.At, "Claim filed") { Icon = "send" },
        ClaimEventKind.NothingYet => new(e.At, "Guest told: nothing yet") { Icon = "bell" },
        ClaimEventKind.Asked => new(e.At, "Question asked") { Icon = "message-circle" },
        ClaimEventKind.Answered => new(e.At, "Guest answered") { Icon = "pen-line" },
        ClaimEventKind.ReadyToCollect => new(e.At, "Match confirmed, guest called") { Icon = "package-check" },
        ClaimEventKind.BackToLooking => new(e.At, "Match taken back") { Icon = "undo-2" },
        ClaimEventKind.Collected => new(e.At, "Handed over") { Icon = "handshake" },
        ClaimEventKind.Withdrawn => new(e.At, "Guest needs it no more") { Icon = "x" },
        ClaimEventKind.FoundByGuest => new(e.At, "Guest found it") { Icon = "sparkles" },
        ClaimEventKind.StillHere => new(e.At, "Guest reminded: it is still kept") { Icon = "bell" },
        ClaimEventKind.PromiseBroken => new(e.At, "Promise broken, guest told sorry") { Icon = "triangle-alert" },
        ClaimEventKind.LateAgain => new(e.At, "Late again, guest told who answers for it") { Icon = "triangle-alert" },
        ClaimEventKind.PromiseMoved => new(e.At, "Promise moved, guest told before it was due") { Icon = "clock" },
        ClaimEventKind.Spoke => new(e.At, "Spoke with the guest") { Icon = "phone" },
        ClaimEventKind.CallPromised => new(e.At, "Call promised") { Icon = "phone" },
        ClaimEventKind.CameBack => new(e.At, "Guest came back about the same loss") { Icon = "shield-alert" },
        ClaimEventKind.Sent => new(e.At, "Sent to the owner") { Icon = "send" },
        ClaimEventKind.NotFound => new(e.At, "Closed without a find; stays on file") { Icon = "archive" },
        ClaimEventKind.LateFind => new(e.At, "Opened again: something came in") { Icon = "sparkles" },
        ClaimEventKind.OffFile => new(e.At, "Off file; contact details deleted") { Icon = "trash" },
        ClaimEventKind.StaffWrote => new(e.At, "We wrote to the guest") { Icon = "message-circle" },
        ClaimEventKind.GuestWrote => new(e.At, "The guest wrote") { Icon = "pen-line" },
        ClaimEventKind.ProofInPerson => new(e.At, "Guest asked to come with an ID: no more questions in writing") { Icon = "user" },
    };
}
