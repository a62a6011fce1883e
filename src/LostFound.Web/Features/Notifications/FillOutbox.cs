using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications;

/// <summary>
/// Turns new claim events into outbox rows, one waiting row a claim and channel. Cursor and rows move in one
/// transaction, so a crash tells nothing twice and forgets nothing. Ids rise in the order of commits, because there
/// is one writer; no event can appear behind the cursor.
/// </summary>
public sealed class FillOutbox(Store store, ConfigStore config, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>How many events were looked at.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        if (!await store.ReadAsync(db => Unseen(db).AnyAsync(cancellation)))
            return 0;
        var seen = await store.WriteAsync<int>(async db =>
        {
            var events = await Unseen(db).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(CancellationToken.None);
            foreach (var claim in events.GroupBy(e => e.ClaimId))
                await TakeAsync(db, claim.Key, [.. claim]);
            if (events.Count > 0)
                (await db.NotificationCursor.SingleAsync(CancellationToken.None)).EventId = events[^1].Id;
            return events.Count;
        }, cancellation);
        return seen.Value;
    }

    private static IQueryable<ClaimEvent> Unseen(LostFoundDb db) =>
        db.ClaimEvents.Where(e => e.Id > db.NotificationCursor.Max(c => c.EventId));

    private async Task TakeAsync(LostFoundDb db, Guid claimId, List<ClaimEvent> events)
    {
        if (events.TrueForAll(e => ToldOf.Of(e.Kind).Telling == Telling.Nothing))
            return;
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
        var choices = await GuestChoices.ReadAsync(db, config.Current, claim);
        foreach (var channel in Enum.GetValues<NotificationChannel>())
        {
            var told = events.FindAll(e => choices.Wants(channel, ToldOf.Of(e.Kind).Telling));
            if (told.Count > 0)
                await GatherAsync(db, claimId, channel, told);
        }
    }

    private async Task GatherAsync(LostFoundDb db, Guid claimId, NotificationChannel channel, List<ClaimEvent> events)
    {
        var needed = events.Exists(e => ToldOf.Of(e.Kind).Telling == Telling.NeedsGuest);
        var gathering = await db.Notifications.SingleOrDefaultAsync(
            n => n.ClaimId == claimId && n.Channel == channel && n.State == NotificationState.Waiting && n.Attempts == 0, CancellationToken.None);
        if (gathering is null)
        {
            db.Notifications.Add(new Notification
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                ClaimId = claimId,
                Channel = channel,
                NeedsGuest = needed,
                FirstEvent = events[0].Id,
                LastEvent = events[^1].Id,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
                DueAt = events[0].At + NotificationLimits.Gather,
            });
            return;
        }
        gathering.LastEvent = events[^1].Id;
        if (needed && !gathering.NeedsGuest)
        {
            // What it waited for may hold for news only: quiet hours and the day's limit are looked at again.
            gathering.NeedsGuest = true;
            gathering.DueAt = events[0].At + NotificationLimits.Gather;
        }
    }
}
