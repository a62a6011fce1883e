using LostFound.Web.Data;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Claims;

/// <summary>The secret in a claim's link, computed from the request id: the same form sent twice gets the same link.</summary>
public sealed class ClaimTokens(Secrets secrets)
{
    private readonly LinkSecret links = new(secrets.KeyFor("claim tokens"));

    public string For(Guid requestId) => links.For(requestId);
}
