using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>Promises in the desk's short words.</summary>
public static class PromiseWording
{
    public static string Name(this PromiseKind kind) => kind switch
    {
        PromiseKind.NextWord => "Word",
        PromiseKind.CallBack => "Call",
    };

    public static string Why(this PromiseCause cause) => cause switch
    {
        PromiseCause.Filed => "when the loss was reported",
        PromiseCause.NothingYet => "with “nothing yet”",
        PromiseCause.Asked => "with a question",
        PromiseCause.Answered => "when the guest answered",
        PromiseCause.ReadyToCollect => "when the guest was called to collect",
        PromiseCause.StillHere => "with “it is still kept for you”",
        PromiseCause.BackToLooking => "when the match was taken back",
        PromiseCause.Told => "when somebody spoke with the guest",
        PromiseCause.Moved => "in place of an earlier time",
        PromiseCause.Missed => "with our apology for a broken promise",
        PromiseCause.SecondContact => "because the guest had to ask again",
        PromiseCause.BadRating => "because the guest was unhappy with us",
        PromiseCause.LateFind => "when it turned up after all",
    };

    public static string Why(this MissReason reason) => reason switch
    {
        MissReason.Unknown => "Why is not known",
        MissReason.StoodStill => "The software stood still",
        MissReason.NobodyDid => "It was a person’s to keep, and nobody did",
    };

    /// <summary>What to do about it, in one breath.</summary>
    public static string Action(Promise promise, VenueTime time) => promise switch
    {
        { Status: PromiseStatus.Unexplained } => $"{Who(promise)}: write why the guest was let down a second time",
        { NeedsExplanation: true } => $"{Who(promise)}: ring the guest now, and write why it happened again",
        { Kind: PromiseKind.CallBack } => $"{Who(promise)}: ring the guest by {time.Describe(promise.DueAt)}",
        _ when promise.SupervisorName.Length > 0 => $"{promise.SupervisorName}: the guest expects word by {time.Describe(promise.DueAt)}",
        _ => $"Look at the claim and tell the guest by {time.Describe(promise.DueAt)}",
    };

    private static string Who(Promise promise) => promise.SupervisorName.Length > 0 ? promise.SupervisorName : "A supervisor";
}
