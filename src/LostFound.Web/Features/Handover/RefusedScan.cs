using LostFound.Web.Data;
using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Handover;

public enum ScanRefusal
{
    NotATag,
    UnknownTag,
    AlreadyHandedOver,
    ChangedMeanwhile,
    HeldForAnother,

    /// <summary>Found at a count in a bin where the record does not have it.</summary>
    WrongBin,

    /// <summary>Scanned at a desk that is not the one that holds it.</summary>
    OtherDesk,

    /// <summary>By the record it was disposed of.</summary>
    Disposed,

    /// <summary>The cash in it has to be counted again first.</summary>
    SealBroken,
}

/// <summary>A scan or a handover that was refused: data, not an error, since patterns in it tell of trouble.</summary>
public sealed class RefusedScan
{
    public long Id { get; init; }
    public required DateTime At { get; init; }
    public required ScanRefusal Reason { get; init; }

    /// <summary>What was scanned or typed, as it came, cut to what the column holds; a claim's token is left out.</summary>
    public required string RawCode { get; init; }

    public Guid? ItemId { get; init; }
    public required Guid StaffId { get; init; }
    public required Guid DeviceId { get; init; }
}

/// <summary>Records a refusal that nothing else was to be written with.</summary>
public sealed class RefuseScan(Store store, TimeProvider clock)
{
    public Task HandleAsync(ScanRefusal reason, string rawCode, Guid? itemId, Actor by) => store.WriteAsync(db =>
    {
        db.RecordRefusal(reason, rawCode, itemId, by, clock.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }, CancellationToken.None);
}

public static class RefusedScanExtensions
{
    /// <summary>Records a refusal, in a transaction that is committed although what was asked is not done.</summary>
    public static void RecordRefusal(this LostFoundDb db, ScanRefusal reason, string rawCode, Guid? itemId, Actor by, DateTime at) =>
        db.RefusedScans.Add(new RefusedScan
        {
            At = at,
            Reason = reason,
            RawCode = rawCode.Length <= HandoverLimits.RawCode ? rawCode : rawCode[..HandoverLimits.RawCode],
            ItemId = itemId,
            StaffId = by.StaffId,
            DeviceId = by.DeviceId,
        });
}
