using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LostFound.Web.Live;

/// <param name="Sequence">The latest change; the browser says it when it asks again.</param>
/// <param name="Changed">Whether what it watches changed since the number it said.</param>
public sealed record WatchAnswer(long Sequence, bool Changed);

/// <summary>
/// Where browsers listen. It carries hints only ("what you watch changed"), never contents: the browser then
/// reads the page's fragment again. Joining comes before answering, so no change falls in between.
/// </summary>
public sealed class LiveHub(ChangeFeed feed, ClaimByToken claims) : Hub
{
    /// <summary>The one message sent: its argument is the latest sequence number.</summary>
    public const string Changed = "changed";

    /// <summary>A guest's page watches its own claim. Unknown tokens get the same answer as a quiet claim.</summary>
    public async Task<WatchAnswer> WatchClaim(ClaimToken token, long since)
    {
        var claimId = await claims.FindIdAsync(token.Text);
        return claimId is { } id ? await JoinAsync(Topics.Claim(id), since) : new WatchAnswer(feed.Latest, Changed: false);
    }

    [Authorize(Policy = Policies.Agent)]
    public Task<WatchAnswer> WatchInbox(long since) => JoinAsync(Topics.Inbox, since);

    [Authorize(Policy = Policies.Agent)]
    public Task<WatchAnswer> WatchItem(Guid id, long since) => JoinAsync(Topics.Item(id), since);

    [Authorize(Policy = Policies.Agent)]
    public Task<WatchAnswer> WatchBin(string code, long since) => JoinAsync(Topics.Bin(code), since);

    [Authorize(Policy = Policies.Agent)]
    public Task<WatchAnswer> WatchClaimAtDesk(Guid id, long since) => JoinAsync(Topics.Claim(id), since);

    [Authorize(Policy = Policies.Supervisor)]
    public Task<WatchAnswer> WatchBoard(long since) => JoinAsync(Topics.Board, since);

    private async Task<WatchAnswer> JoinAsync(string topic, long since)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);
        return new WatchAnswer(feed.Latest, feed.ChangedSince(topic, since));
    }
}
