using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>A bin, and what was put into it on this device just now.</summary>
/// <param name="Moved">Items that the running list moved here, those taken back left out.</param>
public sealed record BinView(Bin Bin, string DeskName, bool IsAtThisDesk, int Items, int Missing, Guid? OpenCount, int Moved, DateTime? Since, IReadOnlyList<BinScanRow> Scans, VenueTime Time)
{
    public ScanNews? News { get; init; }
}

/// <summary>One scan of the running list.</summary>
public sealed record BinScanRow(Guid Id, DateTime At, string Code, Guid? ItemId, string Title, BinScanOutcome Outcome, string Words, bool IsUndone, bool MayBeUndone);

/// <summary>
/// Reads a bin's page. The running list is what this device scanned here without a long pause: it needs no beginning
/// and no end that a person would have to think of, and a reload shows it again.
/// </summary>
public sealed class ReadBin(Store store, ConfigStore config, SuggestTags suggest, TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);
    private const int Longest = 200;

    public async Task<BinView> HandleAsync(Bin bin, Actor by)
    {
        var venue = config.Current;
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime);
        var (items, missing, open, scans) = await store.ReadAsync(async db => (
            await db.Items.CountAsync(i => i.Bin == bin.Code && i.Status != ItemStatus.HandedOver),
            await db.Items.CountAsync(i => i.Bin == bin.Code && i.Status != ItemStatus.HandedOver && i.MissingSince != null),
            await db.StockTakes.Where(t => t.Bin == bin.Code && t.FinishedAt == null).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(),
            await ScansOf(db, bin.Code, by.DeviceId).Take(Longest).ToListAsync()));
        var run = WithoutPause(scans, time.NowUtc);
        var moved = run.Count(r => r.Scan is { Outcome: BinScanOutcome.Moved, UndoneAt: null });
        var last = run.Find(r => r.Scan is { Outcome: BinScanOutcome.Moved, UndoneAt: null });
        var rows = run.ConvertAll(row => View(row, row == last, bin, venue));
        var view = new BinView(
            bin, ItemWords.Desk(bin.Desk, venue), bin.Desk == by.Desk, items, missing, open, moved, run.Count > 0 ? run[^1].Scan.At : null, rows, time);
        return run.Count > 0 ? view with { News = await NewsAsync(run[0].Scan, rows[0], bin, moved) } : view;
    }

    private static IQueryable<Row> ScansOf(LostFoundDb db, string bin, Guid deviceId) =>
        from scan in db.BinScans
        where scan.Bin == bin && scan.DeviceId == deviceId
        join item in db.Items on scan.ItemId equals item.Id into known
        from item in known.DefaultIfEmpty()
        orderby scan.At descending, scan.TakenAt descending
        select new Row(scan, item);

    private static List<Row> WithoutPause(List<Row> newestFirst, DateTime now)
    {
        var run = new List<Row>();
        var after = now;
        foreach (var row in newestFirst)
        {
            if (after - row.Scan.At > Pause)
                break;
            run.Add(row);
            after = row.Scan.At;
        }
        return run;
    }

    private static BinScanRow View(Row row, bool isLast, Bin bin, VenueConfig venue)
    {
        var (scan, item) = row;
        var mayBeUndone = isLast && item is { MayBeChanged: true } && item.Bin == bin.Code;
        var title = item is null ? (scan.Outcome == BinScanOutcome.UnknownTag ? "Unknown tag" : "Not a tag") : ItemWords.Title(item, venue);
        return new BinScanRow(scan.Id, scan.At, scan.Code, scan.ItemId, title, scan.Outcome, BinWords.Of(scan, venue), scan.UndoneAt is not null, mayBeUndone);
    }

    private async Task<ScanNews> NewsAsync(BinScan scan, BinScanRow row, Bin bin, int moved) => new(!scan.WasRefused, BinWords.Say(scan, row, bin, moved))
    {
        Suggestions = scan.Outcome == BinScanOutcome.NotATag ? await suggest.HandleAsync(scan.Code) : [],
    };

    private sealed record Row(BinScan Scan, Item? Item);
}
