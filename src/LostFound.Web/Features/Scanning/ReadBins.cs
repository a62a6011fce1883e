using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>A desk's bins, in the order of the configuration.</summary>
public sealed record DeskBins(string Key, string Name, IReadOnlyList<BinRow> Bins);

public sealed record BinRow(Bin Bin, int Items, int Missing, bool IsBeingCounted, DateTime? LastCounted);

/// <summary>Every bin with how much lies in it and when it was last counted.</summary>
public sealed class ReadBins(Store store, ConfigStore config, TimeProvider clock)
{
    public async Task<(IReadOnlyList<DeskBins> Desks, VenueTime Time)> HandleAsync()
    {
        var venue = config.Current;
        var (items, counts) = await store.ReadAsync(async db => (
            await db.Items.Where(i => i.Bin != null && i.Status != ItemStatus.HandedOver).GroupBy(i => i.Bin!)
                .Select(g => new { Bin = g.Key, All = g.Count(), Missing = g.Count(i => i.MissingSince != null) }).ToDictionaryAsync(g => g.Bin, StringComparer.Ordinal),
            await db.StockTakes.GroupBy(t => t.Bin)
                .Select(g => new { Bin = g.Key, Last = g.Max(t => t.FinishedAt), Open = g.Count(t => t.FinishedAt == null) }).ToDictionaryAsync(g => g.Bin, StringComparer.Ordinal)));
        var desks = venue.Desks.Select(desk => new DeskBins(desk.Key, desk.Name, [.. venue.BinsAt(desk.Key).Select(bin =>
        {
            var (inside, count) = (items.GetValueOrDefault(bin.Code), counts.GetValueOrDefault(bin.Code));
            return new BinRow(bin, inside?.All ?? 0, inside?.Missing ?? 0, count?.Open > 0, count?.Last);
        })])).ToList();
        return (desks, new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime));
    }
}
