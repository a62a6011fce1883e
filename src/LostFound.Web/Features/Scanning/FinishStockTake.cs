using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>Ends a count: what should lie in the bin and was not scanned is missing. Finishing twice changes nothing.</summary>
public sealed class FinishStockTake(Store store, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(Guid stockTakeId, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        if (await db.StockTakes.SingleOrDefaultAsync(t => t.Id == stockTakeId) is not { } take)
            return StockTakeRefusals.Unknown;
        if (!take.IsOpen)
            return take.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        (take.FinishedAt, take.FinishedBy) = (now, by.StaffName);
        var unseen = await db.Items
            .Where(i => i.Bin == take.Bin && i.Status != ItemStatus.HandedOver && !db.StockTakeScans.Any(s => s.StockTakeId == take.Id && s.Code == i.Tag))
            .ToListAsync();
        db.StockTakeScans.AddRange(unseen.Select(item => new StockTakeScan
        {
            StockTakeId = take.Id, Code = item.Tag, Finding = StockTakeFinding.Missing, ItemId = item.Id, FromDesk = item.Desk, FromBin = item.Bin,
            At = now, StaffId = by.StaffId, StaffName = by.StaffName, DeviceId = by.DeviceId,
        }));
        db.Announce(Topics.Bin(take.Bin), now);
        return take.Id;
    }, cancellation);
}
