using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Scanning;

/// <summary>How scans into a bin are said: in the list, and by the live region.</summary>
public static class BinWords
{
    public static string Of(BinScan scan, VenueConfig venue) => scan.UndoneAt is not null ? $"Taken back, so it is where it was: {From(scan, venue)}" : scan.Outcome switch
    {
        BinScanOutcome.Moved => $"From {From(scan, venue)}",
        BinScanOutcome.AlreadyHere => "Was here already",
        BinScanOutcome.Overtaken => "Told late: it was moved on since, and stays where it is now",
        BinScanOutcome.HandedOver => "Handed over, says the record. Keep it apart and tell a supervisor",
        BinScanOutcome.UnknownTag => "No item has this tag yet",
        BinScanOutcome.NotATag => "A character is wrong, or this is no tag of ours. Nothing was moved",
    };

    public static string Say(BinScan scan, BinScanRow row, Bin bin, int moved) => scan.UndoneAt is not null ? $"{row.Title}: taken back. {Count(moved, bin)}." : scan.Outcome switch
    {
        BinScanOutcome.Moved => $"{row.Title}: moved to {bin.Code}. {Count(moved, bin)}.",
        BinScanOutcome.AlreadyHere => $"{row.Title} was in {bin.Code} already.",
        BinScanOutcome.Overtaken => $"{row.Title} was moved on since; it stays where it is now.",
        BinScanOutcome.HandedOver => $"{row.Title} was handed over, says the record. Keep it apart and tell a supervisor.",
        BinScanOutcome.UnknownTag => $"No item has the tag {TagCode.Display(scan.Code)}. Nothing was moved.",
        BinScanOutcome.NotATag => "That is no proper tag. Nothing was moved.",
    };

    public static string Count(int moved, Bin bin) => moved == 1 ? $"1 item moved to {bin.Code}" : $"{moved} items moved to {bin.Code}";

    public static string Kind(BinKind kind) => kind switch
    {
        BinKind.Shelf => "Shelf",
        BinKind.Drawer => "Drawer",
        BinKind.Safe => "Safe",
        BinKind.Fridge => "Fridge",
    };

    public static string Icon(BinScanRow row) => row.IsUndone ? "undo-2" : row.Outcome switch
    {
        BinScanOutcome.Moved or BinScanOutcome.AlreadyHere => "check",
        BinScanOutcome.Overtaken => "rotate-ccw-clock",
        BinScanOutcome.HandedOver => "hand",
        BinScanOutcome.UnknownTag or BinScanOutcome.NotATag => "circle-question-mark",
    };

    /// <summary>The desk is said only when it is another: here everybody knows where they stand.</summary>
    private static string From(BinScan scan, VenueConfig venue)
    {
        var isOther = scan.FromDesk != venue.Bin(scan.Bin)?.Desk;
        if (scan.FromBin is not { } bin)
            return isOther ? $"another desk, {ItemWords.Desk(scan.FromDesk!, venue)}, in no bin" : "the desk, in no bin";
        var named = venue.Bin(bin) is { } known ? $"{bin}, {known.Name}" : bin;
        return isOther ? $"another desk: {named}, {ItemWords.Desk(scan.FromDesk!, venue)}" : named;
    }
}
