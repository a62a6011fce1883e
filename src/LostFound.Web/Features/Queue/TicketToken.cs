using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>The secret in /q/{token} as a browser said it; right, wrong or nonsense. Never turns into text by itself.</summary>
public readonly record struct TicketToken(string Text)
{
    public string Address => $"/q/{Text}";

    public override string ToString() => "(ticket token)";

    /// <summary>From the address, where <see cref="TokenHidingServer"/> took it out.</summary>
    public static ValueTask<TicketToken> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new TicketToken(context.Features.Get<HiddenToken>()?.Text ?? ""));
}

/// <summary>
/// Makes and reads the tokens of places without a claim: 128 bits, computed from the ticket's id with a key that only
/// this server has, so that a slip can be printed again although only a hash is stored.
/// </summary>
public sealed class TicketTokens(Secrets secrets, Store store)
{
    private readonly byte[] key = secrets.KeyFor("ticket tokens");

    public TicketToken For(Guid ticketId) =>
        new(Base64Url.EncodeToString(HMACSHA256.HashData(key, ticketId.ToByteArray()).AsSpan(0, 16)));

    public static byte[] Hash(TicketToken token) => SHA256.HashData(Encoding.ASCII.GetBytes(token.Text));

    /// <summary>Wrong and unknown tokens take the same way.</summary>
    public Task<Guid?> FindIdAsync(TicketToken token)
    {
        var hash = Hash(new TicketToken(ClaimTokens.LooksLikeOne(token.Text) ? token.Text : ""));
        return store.ReadAsync(db => db.Tickets.Where(t => t.TokenHash == hash).Select(t => (Guid?)t.Id).SingleOrDefaultAsync());
    }
}
