using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// The promises of the line ("called by 14:40"), read from the places themselves: a place holds what was told first and
/// last, and why it moved. A row of their own would cost the line a write for every phone at each movement, and say no more.
/// </summary>
/// <param name="Told">How many guests were told a time.</param>
/// <param name="Kept">Called by the time told last.</param>
/// <param name="Broken">Called after it, or still waiting when it had passed.</param>
/// <param name="Moved">Of all: told a later time, with its cause, before the earlier one was due.</param>
/// <param name="Open">Waiting still, within the time.</param>
/// <param name="Ended">Left by themselves before it was due.</param>
public sealed record TicketPromises(int Told, int Kept, int Broken, int Moved, int Open, int Ended)
{
    /// <summary>Of guests who joined from <paramref name="since"/> on.</summary>
    public static async Task<TicketPromises> ReadAsync(LostFoundDb db, DateTime since, DateTime now)
    {
        var told = await db.Tickets.Where(t => t.JoinedAt >= since && t.ToldBy != null)
            .Select(t => new { t.State, FirstToldBy = t.FirstToldBy ?? t.ToldBy, t.ToldBy, t.FirstCalledAt, t.EndedAt }).ToListAsync();
        var kept = told.Count(t => t.FirstCalledAt <= t.ToldBy);
        var ended = told.Count(t => t.FirstCalledAt is null && t.EndedAt <= t.ToldBy);
        var open = told.Count(t => t.FirstCalledAt is null && t.EndedAt is null && t.ToldBy >= now);
        return new TicketPromises(told.Count, kept, told.Count - kept - ended - open, told.Count(t => t.ToldBy > t.FirstToldBy), open, ended);
    }
}
