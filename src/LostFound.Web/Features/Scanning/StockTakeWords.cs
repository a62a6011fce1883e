using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Scanning;

/// <summary>How the findings of a count are said.</summary>
public static class StockTakeWords
{
    public static ScanNews News(Counted counted)
    {
        var tag = TagCode.Display(counted.Scan.Code);
        if (counted.CountedBy is { } by)
            return new ScanNews(IsGood: true, $"{tag} is counted already, by {by}.");
        return counted.Scan.Finding switch
        {
            StockTakeFinding.Present => new ScanNews(IsGood: true, $"{tag} is here, as it should be."),
            StockTakeFinding.OtherBin => new ScanNews(IsGood: false, $"{tag} belongs elsewhere. Lay it aside: you decide at the end."),
            StockTakeFinding.OtherDesk => new ScanNews(IsGood: false, $"{tag} belongs to another desk. Lay it aside: you decide at the end."),
            StockTakeFinding.HandedOver => new ScanNews(IsGood: false, $"{tag} was handed over, says the record. Keep it apart and tell a supervisor."),
            StockTakeFinding.UnknownTag => new ScanNews(IsGood: false, $"No item has the tag {tag}. Lay it aside."),
            StockTakeFinding.Missing => new ScanNews(IsGood: false, $"{tag} is missing."),
        };
    }

    public static string Finding(StockTakeFinding finding) => finding switch
    {
        StockTakeFinding.Present => "Here",
        StockTakeFinding.OtherBin => "From elsewhere",
        StockTakeFinding.OtherDesk => "From another desk",
        StockTakeFinding.HandedOver => "Handed over",
        StockTakeFinding.UnknownTag => "Unknown tag",
        StockTakeFinding.Missing => "Missing",
    };

    public static string Icon(StockTakeFinding finding) => finding switch
    {
        StockTakeFinding.Present => "check",
        StockTakeFinding.OtherBin or StockTakeFinding.OtherDesk => "archive",
        StockTakeFinding.HandedOver => "hand",
        StockTakeFinding.UnknownTag or StockTakeFinding.Missing => "circle-question-mark",
    };
}
