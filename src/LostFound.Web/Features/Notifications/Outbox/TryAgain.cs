using LostFound.Web.Data;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications.Outbox;

/// <summary>
/// Somebody mended what was wrong: what was given up goes out again, with a fresh set of attempts less the one that
/// marks its words as fixed. A second tap changes nothing.
/// </summary>
public sealed class TryAgain(Store store, TimeProvider clock)
{
    /// <param name="id">Null for all that were given up.</param>
    public Task<Outcome<int>> HandleAsync(Guid? id, CancellationToken cancellation) => store.WriteAsync<int>(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var again = await db.Notifications
            .Where(n => n.State == NotificationState.Dead && (id == null || n.Id == id))
            .ExecuteUpdateAsync(set => set
                .SetProperty(n => n.State, NotificationState.Waiting)
                .SetProperty(n => n.Attempts, 1)
                .SetProperty(n => n.DueAt, now)
                .SetProperty(n => n.EndedAt, (DateTime?)null), CancellationToken.None);
        db.Announce(Topics.Board, now);
        return again;
    }, cancellation);
}
