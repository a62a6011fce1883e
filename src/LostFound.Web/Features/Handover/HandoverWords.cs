using LostFound.Web.Features.Claims;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Handover;

/// <summary>How proofs, states and moments are said at the desk.</summary>
public static class HandoverWords
{
    public static string Proof(ProofKind kind) => kind switch
    {
        ProofKind.AnsweredQuestions => "Answered what only the owner knows",
        ProofKind.UnlockedDevice => "Unlocked it in front of us",
        ProofKind.PhotoId => "Photo ID with the name on or in it",
        ProofKind.ReceiptOrSerial => "Receipt, serial number or own photo of it",
        ProofKind.DescribedContents => "Described what is inside before we opened it",
    };

    public static IReadOnlyList<Choice> Proofs { get; } =
        [.. Enum.GetValues<ProofKind>().Select(kind => new Choice(kind.ToString(), Proof(kind)) { Icon = Icon(kind) })];

    public static string Claim(ClaimStatus status) => status switch
    {
        ClaimStatus.Looking => "Still looking",
        ClaimStatus.Asking => "Waiting for the guest’s answer",
        ClaimStatus.ReadyToCollect => "Ready to collect",
        ClaimStatus.Collected => "Collected",
        ClaimStatus.Withdrawn => "Withdrawn by the guest",
        ClaimStatus.Sent => "Sent to the guest",
        ClaimStatus.NotFound => "Closed without a find",
    };

    public static Tone ClaimTone(ClaimStatus status) => status switch
    {
        ClaimStatus.ReadyToCollect => Tone.Success,
        ClaimStatus.Looking or ClaimStatus.Asking => Tone.Warning,
        ClaimStatus.Collected or ClaimStatus.Withdrawn or ClaimStatus.Sent or ClaimStatus.NotFound => Tone.Neutral,
    };

    /// <summary>"at 15:12" today, "on Sat 4 Jul, 15:12" on another day.</summary>
    public static string When(DateTime atUtc, VenueTime time) =>
        (time.ToLocal(atUtc).Date == time.ToLocal(time.NowUtc).Date ? "at " : "on ") + time.Describe(atUtc);

    private static string Icon(ProofKind kind) => kind switch
    {
        ProofKind.AnsweredQuestions => "message-circle",
        ProofKind.UnlockedDevice => "lock",
        ProofKind.PhotoId => "user",
        ProofKind.ReceiptOrSerial => "file-text",
        ProofKind.DescribedContents => "package-search",
    };
}
