using LostFound.Web.Data;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims;

/// <summary>From the token in a guest's link to the claim. Wrong and unknown tokens take the same way.</summary>
public sealed class ClaimByToken(Store store)
{
    public Task<Guid?> FindIdAsync(string? token)
    {
        // A malformed token is hashed and looked up as well, so that it takes as long as an unknown one.
        var hash = LinkSecret.Hash(LinkSecret.LooksLikeOne(token) ? token! : "");
        return store.ReadAsync(db => db.Claims.Where(c => c.TokenHash == hash).Select(c => (Guid?)c.Id).SingleOrDefaultAsync());
    }
}
