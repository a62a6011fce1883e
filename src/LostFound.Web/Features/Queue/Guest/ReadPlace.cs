using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Guest;

/// <summary>Reads what a guest's page says of their place.</summary>
public sealed class ReadPlace(Store store, LineSnapshots lines, ConfigStore config, TimeProvider clock, Words say)
{
    /// <summary>How long a claim's page still says how the visit ended.</summary>
    private static readonly TimeSpan EndShown = TimeSpan.FromHours(1);

    public async Task<PlaceView?> HandleAsync(Guid ticketId) =>
        await store.ReadAsync(db => db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId)) is { } ticket ? await ViewAsync(ticket) : null;

    /// <summary>The claim's place: the active one, or the one that ended just now.</summary>
    public async Task<PlaceView?> OfClaimAsync(Guid claimId)
    {
        var since = clock.GetUtcNow().UtcDateTime - EndShown;
        var tickets = await store.ReadAsync(db => db.Tickets.Where(t => t.ClaimId == claimId && (t.EndedAt == null || t.EndedAt > since)).ToListAsync());
        return tickets.OrderByDescending(t => t.IsActive).ThenByDescending(t => t.JoinedAt).FirstOrDefault() is { } ticket ? await ViewAsync(ticket) : null;
    }

    private async Task<PlaceView> ViewAsync(Ticket ticket)
    {
        var line = await lines.CurrentAsync(ticket.Desk);
        // Looked at after the snapshot: its telling may have changed what the ticket says.
        var told = await store.ReadAsync(db => db.Tickets.SingleAsync(t => t.Id == ticket.Id));
        return new PlaceWords(config.Current, told, line, clock.GetUtcNow().UtcDateTime, say).View();
    }
}
