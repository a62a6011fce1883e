using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>Reads a claim's conversation, oldest first, for either side.</summary>
public sealed class ReadTalk(ConfigStore config)
{
    public static async Task<TalkNews> NewsAsync(LostFoundDb db, Guid claimId) => new(
        await db.Messages.CountAsync(m => m.ClaimId == claimId),
        await db.Messages.CountAsync(m => m.ClaimId == claimId && m.From == MessageFrom.Staff && m.ReadAt == null),
        await db.ClaimEvents.AnyAsync(e => e.ClaimId == claimId && e.Kind == ClaimEventKind.ProofInPerson));

    /// <summary>Quick replies are in the language that the guest reads now, all else as it was written.</summary>
    public async Task<TalkView> ForGuestAsync(LostFoundDb db, Guid claimId, ClaimToken token)
    {
        var replies = config.Current.Files.QuickReplies.Replies;
        var messages = await AllAsync(db, claimId);
        return new TalkView(
            [.. messages.Select(m => new GuestMessage(
                m.Id, m.From == MessageFrom.Staff, Reply(m, replies)?.In(Language.Current.Code) ?? m.Text,
                [.. m.Pictures.OrderBy(p => p.Ordinal).Select(p => $"{token.Address}/pictures/{m.Id}/{p.Ordinal}")],
                m.At, m.From == MessageFrom.Guest ? m.ReadAt : null, m is { From: MessageFrom.Staff, ReadAt: null }))],
            messages.Count(m => m is { From: MessageFrom.Staff, ReadAt: null }));
    }

    public async Task<TalkAtDesk> ForDeskAsync(LostFoundDb db, Claim claim)
    {
        var venue = config.Current;
        var replies = venue.Files.QuickReplies.Replies;
        var messages = await AllAsync(db, claim.Id);
        var ids = messages.SelectMany(m => new[] { m.StaffId, m.ReadBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name);
        return new TalkAtDesk(
            claim.Id,
            [.. messages.Select(m => new DeskMessage(
                m.Id, m.From, NameOf(m.StaffId, names) ?? "", m.Text, NameOf(m.Language),
                m.From == MessageFrom.Guest ? RecognisedWords.In(m.Text, m.Language, venue) : [],
                [.. m.Pictures.OrderBy(p => p.Ordinal).Select(p => p.Hash)], m.At, m.ReadAt, NameOf(m.ReadBy, names),
                Reply(m, replies)?.In(claim.Language) is { } read && read != m.Text ? read : null))],
            replies, NameOf(claim.Language), Guid.NewGuid());
    }

    private static Task<List<Message>> AllAsync(LostFoundDb db, Guid claimId) =>
        db.Messages.Include(m => m.Pictures).Where(m => m.ClaimId == claimId).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync();

    private static QuickReply? Reply(Message message, IReadOnlyList<QuickReply> replies) =>
        message.QuickReply is { } key ? replies.FirstOrDefault(r => r.Key == key) : null;

    private static string? NameOf(Guid? staff, Dictionary<Guid, string> names) => staff is { } id ? names.GetValueOrDefault(id, "A colleague") : null;

    private static string? NameOf(string language) => Language.Find(language) is { } known && known != Language.English ? CultureInfo.GetCultureInfo(known.Code).EnglishName : null;
}
