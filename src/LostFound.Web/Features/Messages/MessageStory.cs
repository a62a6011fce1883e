using LostFound.Web.Features.Claims;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Messages;

/// <summary>What the conversation adds to a guest's timeline.</summary>
internal static class MessageStory
{
    public static TimelineEvent Tell(ClaimEvent e, Words say) => e.Kind switch
    {
        ClaimEventKind.StaffWrote => new(e.At, say["messages.story-we-wrote"]) { Icon = "message-circle" },
        ClaimEventKind.GuestWrote => new(e.At, say["messages.story-you-wrote"]) { Icon = "pen-line" },
        _ => new(e.At, say["messages.story-in-person"]) { Icon = "user", Detail = say["messages.story-in-person-detail"] },
    };
}
