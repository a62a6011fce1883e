using LostFound.Web.Configuration;
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
public sealed class LiveHub(ChangeFeed feed, ClaimByToken claims, ConfigStore config) : Hub
{
    /// <summary>The message to who watches a thing: its argument is the latest sequence number.</summary>
    public const string Changed = "changed";

    /// <summary>The message to every phone in a line, the same bytes for all (LineMessage).</summary>
    public const string Line = "line";

    /// <summary>A guest's page watches its own claim. Unknown tokens get the same answer as a quiet claim.</summary>
    public async Task<WatchAnswer> WatchClaim(ClaimToken token, long since)
    {
        var claimId = await claims.FindIdAsync(token.Text);
        return claimId is { } id ? await JoinAsync(Topics.Claim(id), since) : new WatchAnswer(feed.Latest, Changed: false);
    }

    /// <summary>A phone in a desk's line. Numbers and waits only, as they hang on the wall, so anybody may look.</summary>
    public async Task<WatchAnswer> WatchLine(string desk, long since)
    {
        if (config.Current.Desk(desk) is null)
            return new WatchAnswer(feed.Latest, Changed: false);
        await Groups.AddToGroupAsync(Context.ConnectionId, Topics.Phones(desk), Context.ConnectionAborted);
        return new WatchAnswer(feed.Latest, feed.ChangedSince(Topics.Line(desk), since));
    }

    [Authorize(Policy = Policies.Agent)]
    public Task<WatchAnswer> WatchLineAtDesk(string desk, long since) => JoinAsync(Topics.Line(desk), since);

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
