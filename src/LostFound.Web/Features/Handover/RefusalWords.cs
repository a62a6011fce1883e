namespace LostFound.Web.Features.Handover;

/// <summary>Why a scan was refused, for the supervisors' list.</summary>
public static class RefusalWords
{
    public static string Of(ScanRefusal reason) => reason switch
    {
        ScanRefusal.NotATag => "No proper tag",
        ScanRefusal.UnknownTag => "No item has this tag",
        ScanRefusal.AlreadyHandedOver => "Already handed over",
        ScanRefusal.ChangedMeanwhile => "Changed while it was signed for",
        ScanRefusal.HeldForAnother => "Kept for another guest",
        ScanRefusal.WrongBin => "Found in a bin where it does not belong",
        ScanRefusal.OtherDesk => "On record at another desk",
        ScanRefusal.Disposed => "Disposed of before",
        ScanRefusal.SealBroken => "Its seal was broken",
    };
}
