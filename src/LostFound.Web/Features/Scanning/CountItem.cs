using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <param name="CountedBy">Who had counted it before; null when this scan is the first of it.</param>
public sealed record Counted(StockTakeScan Scan, string? CountedBy);

/// <summary>
/// A tag was scanned while a bin was counted. It is taken down once; nothing moves by it, since what lies in the wrong
/// bin may belong elsewhere. A scan that a device kept without network still counts after the count was finished, if
/// it was made before: it then ends an item's being missing.
/// </summary>
public sealed class CountItem(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<Counted>> HandleAsync(Guid stockTakeId, ScanInput input, Actor by, CancellationToken cancellation) => store.WriteAsync<Counted>(async db =>
    {
        if (await db.StockTakes.SingleOrDefaultAsync(t => t.Id == stockTakeId) is not { } take)
            return StockTakeRefusals.Unknown;
        if (take.FinishedAt < input.At)
            return StockTakeRefusals.Finished;
        if (input.Tag is not { } tag)
            throw new ArgumentException("Only proper tags are counted.", nameof(input));
        var known = await db.StockTakeScans.SingleOrDefaultAsync(s => s.StockTakeId == stockTakeId && s.Code == tag);
        if (known is not null && known.Finding != StockTakeFinding.Missing)
            return new Counted(known, known.StaffName);
        var item = await db.Items.SingleOrDefaultAsync(i => i.Tag == tag);
        var counted = known is null ? Add(db, take, item, input, tag, by) : FoundAfterAll(known, input, by);
        if (item is not null && counted.Finding == StockTakeFinding.Present)
            await db.FoundAgainAsync(item, by, input.At);
        db.Announce(Topics.Bin(take.Bin), clock.GetUtcNow().UtcDateTime);
        return new Counted(counted, CountedBy: null);
    }, cancellation);

    private StockTakeScan Add(LostFoundDb db, StockTake take, Item? item, ScanInput input, string tag, Actor by)
    {
        var scan = new StockTakeScan
        {
            StockTakeId = take.Id, Code = tag, Finding = FindingOf(item, take.Bin), ItemId = item?.Id, FromDesk = item?.Desk, FromBin = item?.Bin,
            At = input.At, StaffId = by.StaffId, StaffName = by.StaffName, DeviceId = by.DeviceId,
        };
        db.StockTakeScans.Add(scan);
        if (ReasonFor(scan.Finding) is { } reason)
            db.RecordRefusal(reason, tag, item?.Id, by, input.At);
        return scan;
    }

    private static StockTakeScan FoundAfterAll(StockTakeScan missing, ScanInput input, Actor by)
    {
        (missing.Finding, missing.At) = (StockTakeFinding.Present, input.At);
        (missing.StaffId, missing.StaffName, missing.DeviceId) = (by.StaffId, by.StaffName, by.DeviceId);
        return missing;
    }

    private StockTakeFinding FindingOf(Item? item, string bin)
    {
        if (item is null)
            return StockTakeFinding.UnknownTag;
        if (!item.MayBeChanged)
            return StockTakeFinding.HandedOver;
        if (item.Bin == bin)
            return StockTakeFinding.Present;
        return item.Desk == config.Current.Bin(bin)?.Desk ? StockTakeFinding.OtherBin : StockTakeFinding.OtherDesk;
    }

    private static ScanRefusal? ReasonFor(StockTakeFinding finding) => finding switch
    {
        StockTakeFinding.OtherBin => ScanRefusal.WrongBin,
        StockTakeFinding.OtherDesk => ScanRefusal.OtherDesk,
        StockTakeFinding.HandedOver => ScanRefusal.AlreadyHandedOver,
        StockTakeFinding.UnknownTag => ScanRefusal.UnknownTag,
        StockTakeFinding.Present or StockTakeFinding.Missing => null,
    };
}

public static class StockTakeRefusals
{
    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "There is no such count. Start one from the bin’s page.");

    public static readonly Refusal Finished = new(RefusalKind.Conflict, "This count is finished. Start a new one to scan more.");
}
