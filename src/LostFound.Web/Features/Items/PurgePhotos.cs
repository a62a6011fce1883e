using LostFound.Web.Data;
using LostFound.Web.Live;
using LostFound.Web.Photos;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>
/// Deletes photos that neither an item nor a message refers to a day after they came: of forms that were refused and never sent again, of
/// a server that stopped between the photo and its row.
/// </summary>
public sealed class PurgePhotos(Store store, PhotoStore photos, ChangeBell bell, TimeProvider clock, ILogger<PurgePhotos> log) : Sweeper(bell, log)
{
    /// <summary>As long as an unfinished form may still be sent.</summary>
    public static readonly TimeSpan UnusedLife = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    protected override TimeSpan LookAnyway => TimeSpan.FromHours(6);

    /// <summary>Reading the whole folder is not for every ring of the bell.</summary>
    protected override TimeSpan Gather => TimeSpan.FromHours(6);

    /// <summary>One sweep; how many photos it deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - UnusedLife;
        var deleted = 0;
        foreach (var hashes in photos.OlderThan(before).Chunk(AtOnce))
        {
            var used = await store.ReadAsync(db => db.ItemPhotos.Where(p => hashes.Contains(p.Hash)).Select(p => p.Hash).Concat(db.MessagePictures.Where(p => hashes.Contains(p.Hash)).Select(p => p.Hash)).ToHashSetAsync(StringComparer.Ordinal, cancellation));
            deleted += hashes.Count(hash => !used.Contains(hash) && photos.RemoveUnused(hash, before));
        }
        return deleted;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);
}
