using LostFound.Web.Languages;
using LostFound.Web.Photos;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// Stores the photos of a message, before and outside any transaction: decoded by the worker processes as those of found
/// items are, with nothing left but pixels.
/// </summary>
public sealed class TakePictures(IPhotoProcessor processor, PhotoStore store, Words words)
{
    public async Task<Outcome<IReadOnlyList<StoredPhoto>>> HandleAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        // Browsers send an untouched file field as one nameless, empty file.
        var sent = files.Where(f => f.Length > 0).ToList();
        if (sent.Count > MessageLimits.Pictures)
            return new Refusal(RefusalKind.Invalid, words["messages.too-many-photos", ("n", MessageLimits.Pictures)]);
        var stored = new List<StoredPhoto>();
        foreach (var file in sent)
        {
            if (file.Length > PhotoLimits.MaxBytes)
                return new Refusal(RefusalKind.TooLarge, words["messages.photo-too-large", ("n", PhotoLimits.MaxMegabytes)]);
            var bytes = new byte[file.Length];
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, cancellation);
            var processed = await processor.ProcessAsync(bytes, mask: false, cancellation);
            if (!processed.Succeeded)
                return processed.Refusal with { Message = words["messages.photo-unusable"] };
            var photo = await store.SaveAsync(processed.Value, cancellation);
            if (!stored.Exists(p => p.Hash == photo.Hash))
                stored.Add(photo);
        }
        return stored;
    }
}
