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

/// <summary>Which events guests are told of while their page is closed. The one place: a new kind must be entered here.</summary>
internal static class ToldOf
{
    public static Telling Of(ClaimEventKind kind) => kind switch
    {
        // The receipt: whoever closes the page has its link in the mailbox.
        ClaimEventKind.Filed => Telling.News,
        ClaimEventKind.NothingYet => Telling.News,
        ClaimEventKind.Asked => Telling.NeedsGuest,
        ClaimEventKind.Answered => Telling.Nothing,
        ClaimEventKind.ReadyToCollect => Telling.NeedsGuest,
        ClaimEventKind.BackToLooking => Telling.NeedsGuest,
        ClaimEventKind.Collected => Telling.Nothing,
        ClaimEventKind.Withdrawn => Telling.Nothing,
        ClaimEventKind.FoundByGuest => Telling.Nothing,
        ClaimEventKind.StaffWrote => Telling.NeedsGuest,
        ClaimEventKind.GuestWrote => Telling.Nothing,
        ClaimEventKind.AnswersJudged => Telling.Nothing,
        ClaimEventKind.ProofEnded => Telling.News,
    };

    public static readonly IReadOnlySet<ClaimEventKind> Kinds =
        Enum.GetValues<ClaimEventKind>().Where(kind => Of(kind) != Telling.Nothing).ToHashSet();
}
