using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Valuables;

/// <summary>Somebody found a seal broken. Until the cash is counted again, it is in nobody's word what lies in there.</summary>
public sealed class ReportBrokenSeal(Store store, TimeProvider clock)
{
    /// <summary>Saying it twice adds nothing.</summary>
    public Task<Outcome<Guid>> HandleAsync(Guid itemId, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == itemId) is not { } item)
            return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
        if (!item.MayBeChanged)
            return ItemRefusals.Closed;
        if (await db.SealOnAsync(itemId) is not { IsBroken: false } seal)
            return itemId;
        var now = clock.GetUtcNow().UtcDateTime;
        item.Version++;
        await db.RecordCustodyAsync(item, CustodyKind.SealBroken, by, now, $"Seal {seal.Number} was broken, or another one, when it was to be handed over. The cash must be counted again by two.");
        db.Announce(Topics.Item(itemId), now);
        return itemId;
    }, cancellation);
}
