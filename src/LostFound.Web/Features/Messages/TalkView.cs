using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Messages;

/// <summary>The conversation as its guest sees it: who of the staff wrote is not in it, nor anything of an item.</summary>
/// <param name="Unread">How many messages of ours the guest has not read.</param>
public sealed record TalkView(IReadOnlyList<GuestMessage> Messages, int Unread);

/// <param name="Pictures">Addresses of the guest's own photos.</param>
/// <param name="ReadAt">When we read it, for the guest's own.</param>
public sealed record GuestMessage(Guid Id, bool FromUs, string Text, IReadOnlyList<string> Pictures, DateTime At, DateTime? ReadAt, bool IsNew);

/// <summary>What the claim's page says of the conversation above everything else.</summary>
/// <param name="Count">Of all messages: another one makes another page.</param>
/// <param name="InPerson">Whether questions in writing are over.</param>
public sealed record TalkNews(int Count, int Unread, bool InPerson);

/// <summary>The conversation as staff see it.</summary>
/// <param name="GuestLanguage">Its name, when it is not English.</param>
public sealed record TalkAtDesk(
    Guid ClaimId, IReadOnlyList<DeskMessage> Messages, IReadOnlyList<QuickReply> Replies, string? GuestLanguage, Guid NextRequest)
{
    public int Unread => Messages.Count(m => m is { From: MessageFrom.Guest, ReadAt: null });
}

/// <param name="Who">The colleague, for staff's messages.</param>
/// <param name="Language">Its name, when it is not English.</param>
/// <param name="Recognised">What the matcher understands of it, in English.</param>
/// <param name="GuestReads">What the guest reads in its place, for a quick reply in another language.</param>
public sealed record DeskMessage(
    Guid Id, MessageFrom From, string Who, string Text, string? Language, IReadOnlyList<string> Recognised, IReadOnlyList<string> PictureHashes,
    DateTime At, DateTime? ReadAt, string? ReadBy, string? GuestReads);

/// <summary>A message that was refused, to be shown again as it was typed.</summary>
public sealed record RefusedMessage(string Text, string Message);
