using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Home;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tags;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Handover;

/// <summary>How a code came in. Only a scan proves that somebody holds the item.</summary>
public enum ScanWay { Scanned, Typed, Link }

/// <summary>A page of its own that a scan opens, and what it is called.</summary>
public sealed record ScanTarget(string Address, string Words);

/// <summary>What a scan led to: exactly one of the three is there.</summary>
public sealed record ScanAnswer
{
    public ItemInHand? Item { get; private init; }

    /// <summary>A bin, or a guest's claim for which nothing is kept.</summary>
    public ScanTarget? Next { get; private init; }

    public ScanStop? Stop { get; private init; }

    public static implicit operator ScanAnswer(ItemInHand item) => new() { Item = item };
    public static implicit operator ScanAnswer(ScanStop stop) => new() { Stop = stop };
    public static implicit operator ScanAnswer(ScanTarget next) => new() { Next = next };
}

/// <summary>
/// Takes what a camera, a wedge scanner or a person entered: an item's tag in any spelling, a bin's label, or the link of
/// a guest's claim. What leads nowhere is recorded with who scanned it where.
/// </summary>
public sealed class ScanTag(
    Store store, ConfigStore config, ReadItemInHand items, ReadReceipt receipts, ClaimByToken claims, SuggestTags suggest, RefuseScan refuse, TimeProvider clock)
{
    public async Task<ScanAnswer> HandleAsync(string code, ScanWay way, Actor by)
    {
        if (TagCode.TryParse(code, out var tag))
            return await TagAsync(tag, code, way, by);
        if (BinCode.Find(code, config.Current) is { } bin)
            return new ScanTarget(BinCode.Address(bin.Code), $"Bin {bin.Code}, {bin.Name}");
        if (FindClaim.TokenIn(code) is { } token)
            return await ClaimAsync(token, code, by);
        return await RefuseAsync(ScanStop.NotATag(code) with { Suggestions = await suggest.HandleAsync(code) }, code, by);
    }

    private async Task<ScanAnswer> TagAsync(string tag, string code, ScanWay way, Actor by)
    {
        if (await items.ByTagAsync(tag, by) is not { } found)
            return await IsNewLabelAsync(tag) ? new ScanTarget($"/kiosk?tag={tag}", "A new label") : await RefuseAsync(ScanStop.UnknownTag(tag), code, by);
        if (found.Item.Status == ItemStatus.Disposed)
            return await RefuseAsync(ScanStop.Disposed(found), code, by);
        if (found.Sent is { } sent)
            return await RefuseAsync(ScanStop.Sent(found, sent), code, by);
        if (!found.Item.MayBeHandedOver)
            return await RefuseAsync(ScanStop.HandedOver(found, await receipts.HandleAsync(found.Id, by)), code, by);
        if (found.IsAtAnotherDesk && way != ScanWay.Link)
            await refuse.HandleAsync(ScanRefusal.OtherDesk, code, found.Id, by);
        if (way == ScanWay.Scanned && found.Item.MissingSince is { } since)
        {
            await FoundAgainAsync(found.Id, by);
            return found with { WasMissingSince = since };
        }
        return found;
    }

    /// <summary>From a sheet printed in advance: whoever scans it wants to register what it was stuck on.</summary>
    private Task<bool> IsNewLabelAsync(string tag) => store.ReadAsync(db => db.Tags.AnyAsync(t => t.Code == tag && t.Origin == TagOrigin.Printed));

    private Task FoundAgainAsync(Guid itemId, Actor by) => store.WriteAsync(async db =>
        await db.FoundAgainAsync(await db.Items.SingleAsync(i => i.Id == itemId), by, clock.GetUtcNow().UtcDateTime), CancellationToken.None);

    private async Task<ScanAnswer> ClaimAsync(string token, string code, Actor by)
    {
        if (await claims.FindIdAsync(token) is not { } claimId)
            return await RefuseAsync(ScanStop.UnknownLink, code.Replace(token, "…", StringComparison.Ordinal), by);
        return await items.HeldForAsync(claimId, by) is { } held ? held : new ScanTarget($"/claims/{claimId}", "A guest’s claim");
    }

    private async Task<ScanAnswer> RefuseAsync(ScanStop stop, string code, Actor by)
    {
        await refuse.HandleAsync(stop.Reason, code, stop.ItemId, by);
        return stop;
    }
}
