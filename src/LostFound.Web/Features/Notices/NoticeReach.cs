using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notices;

/// <summary>Whom a notice concerns.</summary>
public static class NoticeReach
{
    /// <summary>
    /// A guest who is not sure where it was lost may have been there. Slow desks concern everybody who waits; where a place
    /// is closed no longer concerns whoever has only to collect.
    /// </summary>
    public static bool Touches(this Notice notice, Claim claim, VenueConfig venue) => notice.Kind == NoticeKind.DesksSlow
        ? claim.Status.OwesWord()
        : claim.IsOpen && notice.IsAbout(claim.Places, venue);

    /// <summary>Whether it is about one of these places.</summary>
    public static bool IsAbout(this Notice notice, IReadOnlyCollection<string> places, VenueConfig venue) => places.Count == 0 || notice.Scope switch
    {
        NoticeScope.Venue => true,
        NoticeScope.Zone => places.Any(place => venue.ZoneOfPlace(place)?.Key == notice.Where),
        NoticeScope.Place => places.Contains(notice.Where, StringComparer.Ordinal),
    };

    /// <summary>Tells everybody who looks at something that the notice concerns: the guests' pages, the walls, the desks.</summary>
    public static async Task AnnounceNoticeAsync(this LostFoundDb db, Notice notice, VenueConfig venue, DateTime now)
    {
        var waiting = await db.Claims.AsNoTracking()
            .Where(c => c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking || c.Status == ClaimStatus.ReadyToCollect).ToListAsync();
        foreach (var claim in waiting.Where(claim => notice.Touches(claim, venue)))
            db.Announce(Topics.Claim(claim.Id), now, claim.Version);
        foreach (var desk in venue.Desks)
            db.Announce(Topics.Line(desk.Key), now);
        db.Announce(Topics.Inbox, now);
    }

    /// <summary>Those that stood at any time since a claim was filed, and concern its guest; the oldest first.</summary>
    public static async Task<IReadOnlyList<Notice>> NoticesForAsync(this LostFoundDb db, Claim claim, VenueConfig venue)
    {
        var since = await db.Notices.Where(n => (n.EndedAt ?? n.EndsAt) > claim.FiledAt).OrderBy(n => n.PostedAt).ToListAsync();
        return since.FindAll(n => n.Kind == NoticeKind.DesksSlow ? claim.Status.OwesWord() : n.IsAbout(claim.Places, venue));
    }

    /// <summary>What stands now, for walls and desks.</summary>
    public static Task<List<Notice>> NoticesUpAsync(this LostFoundDb db, DateTime now) =>
        db.Notices.Where(n => n.EndedAt == null && n.EndsAt > now).OrderByDescending(n => n.PostedAt).ToListAsync();

    /// <summary>
    /// When a place of this claim is searched next, by the notices that stand now; null when none says so. Its guest hears
    /// after it rather than tomorrow.
    /// </summary>
    public static async Task<DateTime?> NextSearchAsync(this LostFoundDb db, Claim claim, VenueConfig venue, DateTime now)
    {
        var up = await db.NoticesUpAsync(now);
        return up.Where(n => n.SearchedAt > now && n.Touches(claim, venue)).Min(n => n.SearchedAt);
    }
}
