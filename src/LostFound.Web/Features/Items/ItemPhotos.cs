using System.Globalization;
using System.Security.Cryptography;
using LostFound.Web.Configuration;
using LostFound.Web.Photos;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.AspNetCore.DataProtection;

namespace LostFound.Web.Features.Items;

/// <summary>
/// Turns the pictures of a form into stored photos, before and outside any transaction. What was stored is handed
/// back sealed, so that a form refused for another reason keeps its photos even without a script: a browser
/// cannot fill in a file field again.
/// </summary>
public sealed class ItemPhotos(IPhotoProcessor processor, PhotoStore store, MaskPhotos masking, ConfigStore config, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("ItemPhotos");

    /// <summary>Stores what was sent, masked when the venue wants that of the category.</summary>
    public async Task<IReadOnlyList<StoredPhoto>> TakeAsync(string category, IReadOnlyList<string> kept, IReadOnlyList<IFormFile> files, FormErrors errors, CancellationToken cancellation)
    {
        var mask = config.Current.MasksPhotosOf(category);
        var photos = kept.Select(Unseal).OfType<StoredPhoto>().ToList();
        if (photos.RemoveAll(photo => !store.Keep(photo.Hash)) > 0)
            errors.Add(ItemFields.Photos, "This form is more than a day old, and its photo is gone: take it again");
        // Browsers send an untouched file field as one nameless, empty file.
        var sent = files.Where(f => f.Length > 0 || f.FileName.Length > 0).ToList();
        if (photos.Count + sent.Count > ItemLimits.Photos)
        {
            errors.Add(ItemFields.Photos, $"An item can have {ItemLimits.Photos} photos, and these are {photos.Count + sent.Count}: send fewer");
            return photos;
        }
        foreach (var file in sent)
        {
            var stored = await TakeAsync(file, mask, cancellation);
            if (!stored.Succeeded)
                errors.Add(ItemFields.Photos, sent.Count == 1 ? stored.Refusal.Message : $"{NameOf(file)}: {stored.Refusal.Message}");
            else if (!photos.Exists(p => p.Hash == stored.Value.Hash))
                photos.Add(stored.Value);
        }
        return mask ? await MaskAsync(photos, errors, cancellation) : photos;
    }

    public string Seal(StoredPhoto photo) =>
        seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{photo.Hash} {photo.Width} {photo.Height} {photo.Masked}"));

    /// <summary>One picture, as far as it can be read.</summary>
    public Task<Outcome<StoredPhoto>> TakeAsync(IFormFile file, string category, CancellationToken cancellation) =>
        TakeAsync(file, config.Current.MasksPhotosOf(category), cancellation);

    /// <summary>Photos kept from an earlier sending may be readable: perhaps the category was not said then.</summary>
    private async Task<IReadOnlyList<StoredPhoto>> MaskAsync(List<StoredPhoto> photos, FormErrors errors, CancellationToken cancellation)
    {
        var masked = new List<StoredPhoto>();
        foreach (var photo in photos)
        {
            var mosaic = await masking.MaskAsync(photo, cancellation);
            if (mosaic.Succeeded)
                masked.Add(mosaic.Value);
            else
                errors.Add(ItemFields.Photos, mosaic.Refusal.Message);
        }
        return masked;
    }

    private async Task<Outcome<StoredPhoto>> TakeAsync(IFormFile file, bool mask, CancellationToken cancellation)
    {
        if (file.Length > PhotoLimits.MaxBytes)
            return new Refusal(RefusalKind.TooLarge, string.Create(CultureInfo.InvariantCulture, $"This photo has {file.Length / 1048576.0:0.0} MB; at most {PhotoLimits.MaxMegabytes} MB are possible. Choose a smaller one, or take it again at a lower resolution."));
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, cancellation);
        var processed = await processor.ProcessAsync(bytes, mask, cancellation);
        return processed.Succeeded ? await store.SaveAsync(processed.Value, cancellation) : processed.Refusal;
    }

    private StoredPhoto? Unseal(string text)
    {
        try
        {
            return seal.Unprotect(text).Split(' ') is [var hash, var width, var height, var masked]
                ? new StoredPhoto(hash, int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture), bool.Parse(masked))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(IFormFile file) => file.FileName.Length <= 40 ? file.FileName : file.FileName[..40] + "…";
}
