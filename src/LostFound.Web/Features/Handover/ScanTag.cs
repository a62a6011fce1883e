using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Home;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Handover;

/// <summary>What a scan led to: exactly one of the three is there.</summary>
public sealed record ScanAnswer
{
    public ItemInHand? Item { get; private init; }

    /// <summary>A guest's claim for which nothing is kept.</summary>
    public Guid? ClaimId { get; private init; }

    public ScanStop? Stop { get; private init; }

    public static implicit operator ScanAnswer(ItemInHand item) => new() { Item = item };
    public static implicit operator ScanAnswer(ScanStop stop) => new() { Stop = stop };
    public static ScanAnswer OfClaim(Guid claimId) => new() { ClaimId = claimId };
}

/// <summary>
/// Takes what a camera, a wedge scanner or a person entered: an item's tag in any spelling, or the link of a guest's
/// claim. What leads nowhere is recorded with who scanned it where.
/// </summary>
public sealed class ScanTag(Store store, ReadItemInHand items, ReadReceipt receipts, ClaimByToken claims, TimeProvider clock)
{
    public Task<ScanAnswer> HandleAsync(string code, Actor by)
    {
        if (TagCode.TryParse(code, out var tag))
            return TagAsync(tag, code, by);
        return FindClaim.TokenIn(code) is { } token ? ClaimAsync(token, code, by) : RefuseAsync(ScanStop.NotATag(code), code, by);
    }

    private async Task<ScanAnswer> TagAsync(string tag, string code, Actor by)
    {
        if (await items.ByTagAsync(tag, by) is not { } found)
            return await RefuseAsync(ScanStop.UnknownTag(tag), code, by);
        if (found.Item.Status == ItemStatus.Disposed)
            return await RefuseAsync(ScanStop.Disposed(found), code, by);
        return found.Item.MayBeHandedOver
            ? found
            : await RefuseAsync(ScanStop.HandedOver(found, await receipts.HandleAsync(found.Id, by)), code, by);
    }

    private async Task<ScanAnswer> ClaimAsync(string token, string code, Actor by)
    {
        if (await claims.FindIdAsync(token) is not { } claimId)
            return await RefuseAsync(ScanStop.UnknownLink, code.Replace(token, "…", StringComparison.Ordinal), by);
        return await items.HeldForAsync(claimId, by) is { } held ? held : ScanAnswer.OfClaim(claimId);
    }

    private async Task<ScanAnswer> RefuseAsync(ScanStop stop, string code, Actor by)
    {
        await store.WriteAsync(db =>
        {
            db.RecordRefusal(stop.Reason, code, stop.ItemId, by, clock.GetUtcNow().UtcDateTime);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return stop;
    }
}
