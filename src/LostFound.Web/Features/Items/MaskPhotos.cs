using LostFound.Web.Data;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>
/// Masks photos that were stored before anyone said that they show a card or a document: the mosaic takes the
/// photo's place, and the readable one goes unless another item shows it too.
/// </summary>
public sealed class MaskPhotos(IPhotoProcessor processor, PhotoStore photos, Store store)
{
    /// <summary>The mosaic of a stored photo; the photo itself when it is one already, or its file is gone.</summary>
    public async Task<Outcome<StoredPhoto>> MaskAsync(StoredPhoto photo, CancellationToken cancellation)
    {
        if (photo.Masked || await photos.ReadAsync(photo.Hash, PhotoSize.Large, cancellation) is not { } bytes)
            return photo;
        var masked = await processor.ProcessAsync(bytes, mask: true, cancellation);
        return masked.Succeeded ? await photos.SaveAsync(masked.Value, cancellation) : masked.Refusal;
    }

    /// <summary>The mosaics of all photos of an item, each with the hash that it replaces. Nothing is replaced yet.</summary>
    public async Task<Outcome<IReadOnlyDictionary<string, StoredPhoto>>> MaskAllAsync(Guid itemId, CancellationToken cancellation)
    {
        var mosaics = new Dictionary<string, StoredPhoto>(StringComparer.Ordinal);
        foreach (var photo in await store.ReadAsync(db => db.ItemPhotos.Where(p => p.ItemId == itemId).ToListAsync(cancellation)))
        {
            var masked = await MaskAsync(new StoredPhoto(photo.Hash, photo.Width, photo.Height), cancellation);
            if (!masked.Succeeded)
                return masked.Refusal;
            mosaics[photo.Hash] = masked.Value;
        }
        return mosaics;
    }

    /// <summary>Lets an item show the mosaics instead; part of the transaction that makes them necessary.</summary>
    public static async Task ReplaceAsync(LostFoundDb db, Guid itemId, IReadOnlyDictionary<string, StoredPhoto> mosaics)
    {
        foreach (var (hash, mosaic) in mosaics)
        {
            await db.ItemPhotos.Where(p => p.ItemId == itemId && p.Hash == hash).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Hash, mosaic.Hash)
                .SetProperty(p => p.Width, mosaic.Width)
                .SetProperty(p => p.Height, mosaic.Height));
        }
    }

    /// <summary>Removes the files of photos that no item shows, after the transaction that replaced them.</summary>
    public async Task RemoveUnusedAsync(IEnumerable<string> hashes)
    {
        foreach (var hash in hashes)
        {
            if (!await store.ReadAsync(db => db.ItemPhotos.AnyAsync(p => p.Hash == hash)))
                photos.Remove(hash);
        }
    }
}
