using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notices;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// What can be said honestly of a search that has found nothing: nothing of any item, and no count from which a guest could
/// tell whether something fits.
/// </summary>
/// <param name="ComparedUntil">Null while the claim itself waits to be compared.</param>
/// <param name="HandedInToday">In the whole park; null when it is too few to be said without telling much.</param>
/// <param name="AwaitsPerson">The guest answered, and nobody has looked yet.</param>
/// <param name="Unsearched">Notices by which a place is still to be searched.</param>
public sealed record KnownFacts(DateTime? ComparedUntil, int? HandedInToday, bool AwaitsPerson, IReadOnlyList<Notice> Unsearched)
{
    private const int FewestSaid = 10;

    /// <summary>Null when there is nothing open to know.</summary>
    public static async Task<KnownFacts?> ReadAsync(LostFoundDb db, Claim claim, VenueConfig venue, DateTime now)
    {
        if (!claim.IsOpen)
            return null;
        var dayStart = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now));
        var handedIn = await db.Items.CountAsync(i => i.RegisteredAt >= dayStart);
        var up = await db.NoticesUpAsync(now);
        return new KnownFacts(
            await db.ComparedUntilAsync(claim, now),
            handedIn < FewestSaid ? null : handedIn,
            await db.ClaimsAwaitingAPerson().AnyAsync(c => c.Id == claim.Id),
            up.FindAll(n => n.SearchedAt > now && n.Touches(claim, venue)));
    }
}
