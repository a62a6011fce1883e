using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// One side read what the other wrote. Never by loading a page alone: mail scanners load guests' pages, and an inbox
/// opens claims that nobody looked at.
/// </summary>
public sealed class MarkRead(Store store, TimeProvider clock)
{
    public Task ByGuestAsync(Guid claimId, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ReadByGuestAsync(claimId, now) > 0)
            db.Announce(Topics.Claim(claimId), now);
    }, cancellation);

    public Task ByStaffAsync(Guid claimId, Actor by, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ReadByStaffAsync(claimId, by, now) == 0)
            return;
        db.Announce(Topics.Claim(claimId), now);
        db.Announce(Topics.Inbox, now);
    }, cancellation);
}

internal static class ReadMarks
{
    public static Task<int> ReadByGuestAsync(this LostFoundDb db, Guid claimId, DateTime now) => db.Messages
        .Where(m => m.ClaimId == claimId && m.From == MessageFrom.Staff && m.ReadAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), CancellationToken.None);

    public static Task<int> ReadByStaffAsync(this LostFoundDb db, Guid claimId, Actor by, DateTime now) => db.Messages
        .Where(m => m.ClaimId == claimId && m.From == MessageFrom.Guest && m.ReadAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now).SetProperty(m => m.ReadBy, by.StaffId), CancellationToken.None);
}
