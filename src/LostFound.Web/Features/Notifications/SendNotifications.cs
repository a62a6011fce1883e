using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications.Senders;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications;

/// <summary>
/// The outbox's worker. An attempt is written down before it is made, with the time of the next: whatever stops the
/// server in between, the message goes out again, under the same id. So nothing is lost, and a copy is known for one.
/// </summary>
public sealed class SendNotifications(
    Store store, FillOutbox fill, ComposeNotification compose, IEnumerable<INotificationSender> senders, ConfigStore config,
    ChangeBell bell, TimeProvider clock, ILogger<SendNotifications> log) : Sweeper(bell, log)
{
    private const int AtOnce = 50;

    private readonly SemaphoreSlim one = new(1, 1);

    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(20);

    protected override TimeSpan Gather => TimeSpan.FromSeconds(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One sweep; how many messages were taken by a mail server or a gateway.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            while (await fill.HandleAsync(cancellation) > 0)
            {
            }
            var sent = 0;
            foreach (var sender in senders.Where(s => s.IsSetUp(config.Current.Notifications)))
                sent += await SendAllAsync(sender, cancellation);
            return sent;
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    /// <summary>Stops at the first failure that is the server's: a mail server that is down costs one attempt a sweep, not one a guest.</summary>
    private async Task<int> SendAllAsync(INotificationSender sender, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var id in await DueAsync(sender.Channel, cancellation))
        {
            if (await PrepareAsync(id, cancellation) is not { } message)
                continue;
            var delivery = await sender.SendAsync(message, config.Current.Notifications, cancellation);
            await RecordAsync(id, delivery, cancellation);
            if (delivery.Result == DeliveryResult.Later)
                break;
            sent += delivery.Result == DeliveryResult.Taken ? 1 : 0;
        }
        return sent;
    }

    /// <summary>In order: nothing goes out before what the same guest should have read first.</summary>
    private Task<List<Guid>> DueAsync(NotificationChannel channel, CancellationToken cancellation)
    {
        var now = Now;
        return store.ReadAsync(db => db.Notifications
            .Where(n => n.Channel == channel && n.State == NotificationState.Waiting && n.DueAt <= now
                && !db.Notifications.Any(o => o.ClaimId == n.ClaimId && o.Channel == channel && o.State == NotificationState.Waiting && o.FirstEvent < n.FirstEvent))
            .OrderBy(n => n.DueAt).ThenBy(n => n.Id).Take(AtOnce).Select(n => n.Id).ToListAsync(cancellation));
    }

    /// <summary>The message, with its attempt on record; null when it must wait, or need not be sent any more.</summary>
    private async Task<OutgoingMessage?> PrepareAsync(Guid id, CancellationToken cancellation)
    {
        OutgoingMessage? message = null;
        await store.WriteAsync(async db =>
        {
            var (now, venue) = (Now, config.Current);
            var notification = await db.Notifications.SingleAsync(n => n.Id == id, CancellationToken.None);
            if (notification.State != NotificationState.Waiting || notification.DueAt > now)
                return;
            var claim = await db.Claims.SingleAsync(c => c.Id == notification.ClaimId, CancellationToken.None);
            var earliest = SendingTimes.Earliest(venue, now, notification.NeedsGuest, await SentTodayAsync(db, venue, claim, notification.Channel, now));
            if (earliest > now)
            {
                notification.DueAt = earliest;
                return;
            }
            var wanted = (await GuestChoices.ReadAsync(db, venue, claim)).Wants(notification.Channel);
            message = wanted ? await compose.HandleAsync(db, claim, notification) : null;
            if (message is null)
            {
                notification.End(NotificationState.Dropped, now);
                return;
            }
            notification.Attempts++;
            notification.DueAt = now + SendingTimes.WaitAfter(notification.Attempts, id);
        }, cancellation);
        return message;
    }

    /// <summary>A guest with three claims is one guest: counted by the address, not by the claim.</summary>
    private static Task<int> SentTodayAsync(LostFoundDb db, VenueConfig venue, Claim claim, NotificationChannel channel, DateTime now)
    {
        var since = SendingTimes.DayStart(venue, now);
        var (email, phone) = (claim.EmailIndex, claim.PhoneIndex);
        var ofGuest = channel switch
        {
            NotificationChannel.Email => db.Claims.Where(c => c.EmailIndex == email),
            NotificationChannel.Sms => db.Claims.Where(c => c.PhoneIndex == phone),
        };
        return db.Notifications.CountAsync(
            n => n.Channel == channel && n.State == NotificationState.Sent && n.EndedAt >= since && ofGuest.Any(c => c.Id == n.ClaimId), CancellationToken.None);
    }

    private Task RecordAsync(Guid id, Delivery delivery, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var notification = await db.Notifications.SingleAsync(n => n.Id == id, CancellationToken.None);
        var error = delivery.Reason.Length <= NotificationLimits.Error ? delivery.Reason : delivery.Reason[..NotificationLimits.Error];
        switch (delivery.Result)
        {
            case DeliveryResult.Taken:
                notification.End(NotificationState.Sent, Now);
                break;
            case DeliveryResult.Later when notification.Attempts < NotificationLimits.Attempts:
                notification.LastError = error;
                break;
            case DeliveryResult.Later or DeliveryResult.Never:
                notification.End(NotificationState.Dead, Now, error);
                db.Announce(Topics.Board, Now);
                break;
        }
    }, cancellation);
}
