using LostFound.Queueing;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Review;

/// <summary>How often guests had to come back about the same loss: the one place that counts it.</summary>
internal static class RepeatContacts
{
    public static Task<Dictionary<Guid, int>> RepeatsOfAsync(this LostFoundDb db, IQueryable<Claim> claims) => db.Tickets
        .Where(t => t.Lane == Lane.SecondContact && t.ClaimId != null && claims.Any(c => c.Id == t.ClaimId))
        .GroupBy(t => t.ClaimId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count());
}
