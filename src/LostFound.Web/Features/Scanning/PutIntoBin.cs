using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>
/// An item was scanned at an open bin: it lies there now. That is a fact that has happened, so it is taken down whatever
/// changed meanwhile and however late it is told; only what left the house, or was never registered, is refused.
/// </summary>
public sealed class PutIntoBin(Store store, ConfigStore config, TimeProvider clock)
{
    /// <summary>Sooner than this nobody would call it late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public Task<Outcome<BinScan>> HandleAsync(Bin bin, ScanInput input, Actor by, CancellationToken cancellation) => store.WriteAsync<BinScan>(async db =>
    {
        if (await db.BinScans.SingleOrDefaultAsync(s => s.Id == input.RequestId) is { } before)
        {
            return before.Bin == bin.Code && before.Code == input.Code
                ? before
                : new Refusal(RefusalKind.Conflict, "This scan was already sent with another code. Scan the item once more.");
        }
        var scan = new BinScan
        {
            Id = input.RequestId, Bin = bin.Code, Code = input.Code,
            At = input.At, TakenAt = clock.GetUtcNow().UtcDateTime, StaffId = by.StaffId, DeviceId = by.DeviceId,
        };
        scan.Outcome = await TakeAsync(db, scan, bin, input.Tag, by);
        if (ReasonFor(scan.Outcome) is { } reason)
            db.RecordRefusal(reason, scan.Code, scan.ItemId, by, scan.At);
        db.BinScans.Add(scan);
        db.Announce(Topics.Bin(bin.Code), scan.TakenAt);
        return scan;
    }, cancellation);

    private async Task<BinScanOutcome> TakeAsync(LostFoundDb db, BinScan scan, Bin bin, string? tag, Actor by)
    {
        if (tag is null)
            return BinScanOutcome.NotATag;
        if (await db.Items.SingleOrDefaultAsync(i => i.Tag == tag) is not { } item)
            return BinScanOutcome.UnknownTag;
        (scan.ItemId, scan.FromDesk, scan.FromBin) = (item.Id, item.Desk, item.Bin);
        if (!item.MayBeChanged)
        {
            db.RaiseTask(TaskKind.Facts, item.Id, $"By the record this left the desk, and {by.StaffName} scanned it into {bin.Code}. Look whether the right thing was handed over.", by, scan.TakenAt);
            return BinScanOutcome.HandedOver;
        }
        var here = new Whereabouts(bin.Desk, bin.Code);
        if (await WasMovedAfterAsync(db, item.Id, scan.At))
        {
            await db.RecordCustodyAsync(item, CustodyKind.Moved, by, scan.At, $"{ItemWords.Whereabouts(here.Desk, here.Bin, config.Current)} for a time; told later. Moved on since then.");
            db.Announce(Topics.Item(item.Id), scan.TakenAt);
            return BinScanOutcome.Overtaken;
        }
        if (here == Whereabouts.Of(item))
        {
            await db.FoundAgainAsync(item, by, scan.At);
            return BinScanOutcome.AlreadyHere;
        }
        await db.MoveAsync(item, here, by, scan.At, config.Current, Remark(scan));
        return BinScanOutcome.Moved;
    }

    private static Task<bool> WasMovedAfterAsync(LostFoundDb db, Guid itemId, DateTime at) => db.CustodyEvents
        .AnyAsync(e => e.ItemId == itemId && e.At > at && (e.Kind == CustodyKind.Registered || e.Kind == CustodyKind.Moved));

    private string Remark(BinScan scan) => scan.TakenAt - scan.At < Late
        ? ""
        : $"Scanned without network; told at {config.Current.LocalTime(scan.TakenAt):HH:mm}.";

    private static ScanRefusal? ReasonFor(BinScanOutcome outcome) => outcome switch
    {
        BinScanOutcome.HandedOver => ScanRefusal.AlreadyHandedOver,
        BinScanOutcome.UnknownTag => ScanRefusal.UnknownTag,
        BinScanOutcome.NotATag => ScanRefusal.NotATag,
        BinScanOutcome.Moved or BinScanOutcome.AlreadyHere or BinScanOutcome.Overtaken => null,
    };
}
