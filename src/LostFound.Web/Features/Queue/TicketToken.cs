using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Shared;
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

/// <summary>Makes and reads the tokens of places without a claim, computed from the ticket's id: a slip can be printed again.</summary>
public sealed class TicketTokens(Secrets secrets, Store store)
{
    private readonly LinkSecret links = new(secrets.KeyFor("ticket tokens"));

    public TicketToken For(Guid ticketId) => new(links.For(ticketId));

    public static byte[] Hash(TicketToken token) => LinkSecret.Hash(token.Text);

    /// <summary>Wrong and unknown tokens take the same way.</summary>
    public Task<Guid?> FindIdAsync(TicketToken token)
    {
        var hash = LinkSecret.Hash(LinkSecret.LooksLikeOne(token.Text) ? token.Text : "");
        return store.ReadAsync(db => db.Tickets.Where(t => t.TokenHash == hash).Select(t => (Guid?)t.Id).SingleOrDefaultAsync());
    }
}
