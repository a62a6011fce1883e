using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>A count as its page shows it, under way or finished.</summary>
public sealed record StockTakeView(StockTake Take, string BinName, int Expected, IReadOnlyList<StockTakeLine> Lines, VenueTime Time)
{
    public IEnumerable<StockTakeLine> Present => Lines.Where(l => l.Finding == StockTakeFinding.Present);
    public IEnumerable<StockTakeLine> Missing => Lines.Where(l => l.Finding == StockTakeFinding.Missing);
    public IEnumerable<StockTakeLine> Unexpected => Lines.Where(l => l.Finding is not (StockTakeFinding.Present or StockTakeFinding.Missing));
}

/// <summary>What can still be done about a line with one tap.</summary>
public enum StockTakeFix { None, MoveHere, MarkMissing }

/// <param name="Words">What was found, and what became of it since.</param>
/// <param name="Settled">Something was done about it: no more is asked of anybody.</param>
public sealed record StockTakeLine(string Tag, Guid? ItemId, string Title, string Emoji, string? Photo, StockTakeFinding Finding, string Words, DateTime At, string By, StockTakeFix Fix, bool Settled);

/// <summary>Reads a count beside what the records say now, so that what was mended since shows as mended.</summary>
public sealed class ReadStockTake(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<StockTakeView?> HandleAsync(Guid id) => store.ReadAsync(async db =>
    {
        if (await db.StockTakes.SingleOrDefaultAsync(t => t.Id == id) is not { } take)
            return null;
        var venue = config.Current;
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime);
        var rows = await (
            from scan in db.StockTakeScans
            where scan.StockTakeId == id
            join item in db.Items on scan.ItemId equals item.Id into items
            from item in items.DefaultIfEmpty()
            orderby scan.At descending, scan.Code
            select new Row(
                scan, item,
                item == null ? null : db.CustodyEvents.Where(e => e.ItemId == item.Id && (e.Kind == CustodyKind.Registered || e.Kind == CustodyKind.Moved)).Max(e => (DateTime?)e.At),
                item == null ? null : db.ItemPhotos.Where(p => p.ItemId == item.Id).OrderBy(p => p.Ordinal).Select(p => p.Hash).FirstOrDefault())).ToListAsync();
        var expected = take.IsOpen
            ? await db.Items.CountAsync(i => i.Bin == take.Bin && i.Status != ItemStatus.HandedOver)
            : rows.Count(r => r.Scan.Finding is StockTakeFinding.Present or StockTakeFinding.Missing);
        return new StockTakeView(take, venue.Bin(take.Bin)?.Name ?? "", expected, rows.ConvertAll(row => Line(row, take, venue, time)), time);
    });

    private static StockTakeLine Line(Row row, StockTake take, VenueConfig venue, VenueTime time)
    {
        var (scan, item, _, photo) = row;
        var (words, fix, settled) = item is null
            ? ("No item has this tag. If a label came off, find its item; if the tag is new, register the item with it.", StockTakeFix.None, false)
            : scan.Finding switch
            {
                StockTakeFinding.Present or StockTakeFinding.UnknownTag => ("", StockTakeFix.None, true),
                StockTakeFinding.Missing => Missing(row, item, take, venue, time),
                StockTakeFinding.HandedOver => ("Handed over already, says the record. Keep it apart and tell a supervisor.", StockTakeFix.None, false),
                StockTakeFinding.OtherBin or StockTakeFinding.OtherDesk => Unexpected(scan, item, take, venue),
            };
        return new StockTakeLine(
            scan.Code, item?.Id, item is null ? "Unknown tag" : ItemWords.Title(item, venue), item is null ? "🏷️" : venue.Category(item.Category)?.Emoji ?? "📦", photo,
            scan.Finding, words, scan.At, scan.StaffName, take.IsOpen ? StockTakeFix.None : fix, settled);
    }

    private static (string, StockTakeFix, bool) Unexpected(StockTakeScan scan, Item item, StockTake take, VenueConfig venue)
    {
        if (item.Bin == take.Bin)
            return ("Moved here since.", StockTakeFix.None, true);
        if (item.Desk != scan.FromDesk || item.Bin != scan.FromBin || !item.MayBeChanged)
            return (Since(item, venue), StockTakeFix.None, true);
        var where = ItemWords.Whereabouts(item.Desk, item.Bin, venue);
        return (scan.Finding == StockTakeFinding.OtherDesk
            ? $"The record has it at another desk: {where}. Move it here, or send it back with the next run."
            : $"The record has it elsewhere: {where}. Move it here on record, or put it back there.", StockTakeFix.MoveHere, false);
    }

    private static (string, StockTakeFix, bool) Missing(Row row, Item item, StockTake take, VenueConfig venue, VenueTime time)
    {
        if (item.Bin != take.Bin || !item.MayBeChanged)
            return (Since(item, venue), StockTakeFix.None, true);
        if (item.MissingSince is { } since)
            return ($"Marked missing {time.Describe(since)}. It counts as found when anyone scans it.", StockTakeFix.None, true);
        return (row.LastMove > take.StartedAt
            ? $"Came here {time.Describe(row.LastMove.Value)}, while you were counting. Look once more."
            : "", StockTakeFix.MarkMissing, false);
    }

    private static string Since(Item item, VenueConfig venue) => item.MayBeChanged
        ? $"Since then: {ItemWords.Whereabouts(item.Desk, item.Bin, venue)}."
        : "Handed over since then.";

    private sealed record Row(StockTakeScan Scan, Item? Item, DateTime? LastMove, string? Photo);
}
