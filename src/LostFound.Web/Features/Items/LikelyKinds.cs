using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>Which kinds of things the next item at a desk probably is: those it registered most lately, recent ones counting most.</summary>
internal sealed class LikelyKinds(Store store, TimeProvider clock)
{
    public const int Shown = 8;

    /// <summary>Enough for a busy day, and read from an index alone.</summary>
    private const int Looked = 200;

    /// <summary>A rainy day's umbrellas go again within the week.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(2);

    /// <summary>What visitors lose most anywhere, for a desk that has registered little yet.</summary>
    private static readonly string[] Usual = ["phone", "wallet", "backpack", "sunglasses", "cap", "keys", "bottle", "plush", "jacket", "umbrella"];

    /// <summary>The keys of the likely kinds, in the order of the venue's list: a tile then moves only when one comes or goes.</summary>
    public async Task<IReadOnlyList<string>> AtAsync(string desk, VenueConfig venue)
    {
        var recent = await store.ReadAsync(db => db.Items
            .Where(i => i.Desk == desk)
            .OrderByDescending(i => i.RegisteredAt)
            .Take(Looked)
            .Select(i => new { i.Category, i.RegisteredAt })
            .ToListAsync());
        var now = clock.GetUtcNow().UtcDateTime;
        var weights = venue.Categories.ToDictionary(kind => kind.Key, kind => UsualWeight(kind.Key), StringComparer.Ordinal);
        foreach (var item in recent.Where(item => weights.ContainsKey(item.Category)))
            weights[item.Category] += Math.Pow(2, -Math.Max(0, (now - item.RegisteredAt) / HalfLife));
        // The sort is stable, so equals stay in the list's order.
        var likely = weights.OrderByDescending(kind => kind.Value).Take(Shown).Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal);
        return [.. venue.Categories.Select(kind => kind.Key).Where(likely.Contains)];
    }

    /// <summary>Less than a single find of today, more than one of a week ago.</summary>
    private static double UsualWeight(string kind)
    {
        var rank = Array.IndexOf(Usual, kind);
        return rank < 0 ? 0 : 0.2 * (Usual.Length - rank) / Usual.Length;
    }
}
