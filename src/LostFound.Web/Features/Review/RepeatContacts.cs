using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.SecondContact;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Review;

/// <summary>How often guests had to come back about the same loss: the one place that counts it.</summary>
internal static class RepeatContacts
{
    public static Task<Dictionary<Guid, int>> RepeatsOfAsync(this LostFoundDb db, IQueryable<Claim> claims) => db.ReturnVisits
        .Where(v => v.Same != SameLoss.No && claims.Any(c => c.Id == v.ClaimId))
        .GroupBy(v => v.ClaimId).ToDictionaryAsync(g => g.Key, g => g.Sum(v => v.Times));
}
