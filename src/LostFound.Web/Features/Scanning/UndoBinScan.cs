using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>
/// Takes the last move into a bin back: the item was scanned by mistake and lies where it lay. Custody keeps both. Only
/// while it is still where the scan put it; what somebody did since then counts more.
/// </summary>
public sealed class UndoBinScan(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<BinScan>> HandleAsync(string bin, Guid scanId, Actor by, CancellationToken cancellation) => store.WriteAsync<BinScan>(async db =>
    {
        if (await db.BinScans.SingleOrDefaultAsync(s => s.Id == scanId && s.Bin == bin && s.DeviceId == by.DeviceId) is not { } scan)
            return new Refusal(RefusalKind.NotFound, "There is no such scan on this device.");
        if (scan.UndoneAt is not null)
            return scan;
        var item = await db.Items.SingleOrDefaultAsync(i => i.Id == scan.ItemId);
        if (scan.Outcome != BinScanOutcome.Moved || item is not { MayBeChanged: true } || item.Bin != scan.Bin)
            return new Refusal(RefusalKind.Conflict, "Something else happened to this item since. Open it to see where it is.");
        scan.UndoneAt = clock.GetUtcNow().UtcDateTime;
        await db.MoveAsync(item, new Whereabouts(scan.FromDesk!, scan.FromBin), by, scan.UndoneAt.Value, config.Current, "Undone: it was scanned by mistake.");
        return scan;
    }, cancellation);
}
