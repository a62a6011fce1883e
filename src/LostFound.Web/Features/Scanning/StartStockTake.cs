using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>Begins a count of a bin, or joins the one under way: two people at one shelf count together.</summary>
public sealed class StartStockTake(Store store, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(Bin bin, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        if (await db.StockTakes.SingleOrDefaultAsync(t => t.Bin == bin.Code && t.FinishedAt == null) is { } open)
            return open.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        var started = new StockTake { Id = Guid.NewGuid(), Bin = bin.Code, StartedAt = now, StartedBy = by.StaffName };
        db.StockTakes.Add(started);
        db.Announce(Topics.Bin(bin.Code), now);
        return started.Id;
    }, cancellation);
}
