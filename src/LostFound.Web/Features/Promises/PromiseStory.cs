using LostFound.Web.Features.Claims;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Promises;

/// <summary>What promises add to a guest's timeline.</summary>
public static class PromiseStory
{
    public static TimelineEvent Tell(ClaimEvent e) => new(e.At, e.Kind.ToString());
}
