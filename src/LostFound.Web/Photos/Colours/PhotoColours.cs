using LostFound.Web.Configuration;
using LostFound.Web.Shared;

namespace LostFound.Web.Photos.Colours;

/// <summary>The main colours of photos, in the keys that the venue offers now.</summary>
public sealed class PhotoColours(IPhotoProcessor processor, PhotoStore store, ConfigStore config)
{
    /// <summary>Of a picture that is only looked at: nothing of it is kept.</summary>
    public async Task<Outcome<string[]>> OfUploadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var pixels = await processor.ReadPixelsAsync(bytes, DominantColours.Side, cancel);
        return pixels.Succeeded ? Find([pixels.Value]) : pixels.Refusal;
    }

    /// <summary>Of all photos of one thing together, at most <see cref="DominantColours.Most"/>, best first.</summary>
    public async Task<string[]> OfStoredAsync(IReadOnlyList<StoredPhoto> photos, CancellationToken cancel)
    {
        var pictures = new List<PhotoPixels>();
        foreach (var photo in photos)
        {
            if (await store.ReadAsync(photo.Hash, PhotoSize.Small, cancel) is not { } bytes)
                continue;
            var pixels = await processor.ReadPixelsAsync(bytes, DominantColours.Side, cancel);
            if (pixels.Succeeded)
                pictures.Add(pixels.Value);
        }
        return Find(pictures);
    }

    private string[] Find(List<PhotoPixels> pictures) => [.. DominantColours.Of(pictures, new ColourPalette(config.Current.Colours))];
}
