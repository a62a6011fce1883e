using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications.Outbox;

/// <summary>How sending goes, for supervisors. No address and no word of a message is in here.</summary>
public sealed record OutboxView(
    bool EmailIsOn, bool SmsIsOn, int SentToday, IReadOnlyList<OutboxRow> Waiting, int WaitingCount, IReadOnlyList<OutboxRow> Dead, int DeadCount);

public sealed record OutboxRow(Guid Id, Guid ClaimId, string Reference, NotificationChannel Channel, DateTime CreatedAt, DateTime DueAt, int Attempts, string LastError);

public sealed class ReadOutbox(Store store, ConfigStore config, TimeProvider clock)
{
    private const int Shown = 50;

    public Task<OutboxView> HandleAsync(CancellationToken cancellation)
    {
        var venue = config.Current;
        var today = SendingTimes.DayStart(venue, clock.GetUtcNow().UtcDateTime);
        return store.ReadAsync(async db => new OutboxView(
            venue.Notifications.Smtp is not null,
            venue.Notifications.Webhook is not null,
            await db.Notifications.CountAsync(n => n.State == NotificationState.Sent && n.EndedAt >= today, cancellation),
            await RowsAsync(db, NotificationState.Waiting, cancellation),
            await db.Notifications.CountAsync(n => n.State == NotificationState.Waiting, cancellation),
            await RowsAsync(db, NotificationState.Dead, cancellation),
            await db.Notifications.CountAsync(n => n.State == NotificationState.Dead, cancellation)));
    }

    private static async Task<List<OutboxRow>> RowsAsync(LostFoundDb db, NotificationState state, CancellationToken cancellation) => await (
        from n in db.Notifications
        where n.State == state
        orderby n.DueAt, n.Id
        join claim in db.Claims on n.ClaimId equals claim.Id
        select new OutboxRow(n.Id, n.ClaimId, claim.Reference, n.Channel, n.CreatedAt, n.DueAt, n.Attempts, n.LastError)).Take(Shown).ToListAsync(cancellation);
}
