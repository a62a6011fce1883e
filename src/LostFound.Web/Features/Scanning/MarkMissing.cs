using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>
/// After a count: says of items that were not there that they are missing, until somebody scans them. One that was
/// moved or handed over since the count is not missing, and is passed over.
/// </summary>
public sealed class MarkMissing(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<int>> HandleAsync(Guid stockTakeId, IReadOnlyCollection<Guid> itemIds, Actor by, CancellationToken cancellation) => store.WriteAsync<int>(async db =>
    {
        if (await db.StockTakes.SingleOrDefaultAsync(t => t.Id == stockTakeId) is not { IsOpen: false } take)
            return StockTakeRefusals.Unknown;
        var missing = await db.Items
            .Where(i => itemIds.Contains(i.Id) && i.Bin == take.Bin && i.Status != ItemStatus.HandedOver && i.MissingSince == null)
            .Where(i => db.StockTakeScans.Any(s => s.StockTakeId == take.Id && s.ItemId == i.Id && s.Finding == StockTakeFinding.Missing))
            .ToListAsync();
        foreach (var item in missing)
            await db.MarkMissingAsync(item, by, clock.GetUtcNow().UtcDateTime, config.Current);
        return missing.Count;
    }, cancellation);
}
