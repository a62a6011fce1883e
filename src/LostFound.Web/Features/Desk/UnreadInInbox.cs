using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Desk;

/// <summary>
/// Raises claims whose guest wrote: above the others but below who came back, the longest waiting first, also those that have no item to decide
/// on, until somebody of the staff read it.
/// </summary>
internal static class UnreadInInbox
{
    public static async Task<List<InboxRow>> AddAsync(LostFoundDb db, VenueConfig venue, List<InboxRow> rows)
    {
        var unread = await db.Messages.Where(m => m.From == MessageFrom.Guest && m.ReadAt == null)
            .GroupBy(m => m.ClaimId).Select(group => new { group.Key, Since = group.Min(m => m.At) })
            .OrderBy(group => group.Since).Take(ReadInbox.MostRows).ToDictionaryAsync(group => group.Key, group => group.Since);
        if (unread.Count == 0)
            return rows;
        var known = rows.Select(row => row.ClaimId).ToHashSet();
        var others = unread.Keys.Where(id => !known.Contains(id)).ToList();
        var claims = await db.Claims.Where(c => others.Contains(c.Id)).ToListAsync();
        return [.. rows
            .Concat(claims.Select(c => new InboxRow(
                c.Id, c.Reference, c.Category is { } key ? venue.Category(key) : null, c.Brand, c.Description, c.FiledAt, c.NextWordBy, 0, 0, Answered: false, Proposed: false)))
            .Select(row => unread.TryGetValue(row.ClaimId, out var since) ? row with { UnreadSince = since } : row)
            .OrderByDescending(row => row.CameBack).ThenBy(row => row.UnreadSince ?? DateTime.MaxValue)
            .Take(ReadInbox.MostRows)];
    }
}
