using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notifications.Guest;

/// <summary>A guest says how to be told. What waits in the outbox keeps to it too: the choice is looked at when it is sent.</summary>
public sealed class ChooseNotifications(Store store, ConfigStore config)
{
    public Task<GuestChoices> ReadAsync(Guid claimId) => store.ReadAsync(async db =>
        await GuestChoices.ReadAsync(db, config.Current, await db.Claims.SingleAsync(c => c.Id == claimId)));

    public Task HandleAsync(Guid claimId, Func<GuestChoices, GuestChoices> change, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId, CancellationToken.None);
        var chosen = change(await GuestChoices.ReadAsync(db, config.Current, claim));
        if (await db.NotificationChoices.FindAsync(claimId) is { } row)
            (row.Email, row.Sms, row.OnlyNeeded) = (chosen.Email, chosen.Sms, chosen.OnlyNeeded);
        else
            db.NotificationChoices.Add(new NotificationChoice { ClaimId = claimId, Email = chosen.Email, Sms = chosen.Sms, OnlyNeeded = chosen.OnlyNeeded });
    }, cancellation);
}
