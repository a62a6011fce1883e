using System.Globalization;
using System.Security.Cryptography;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Sync;

/// <summary>The names of the fields that a device adds to the kiosk's own form.</summary>
public static class DeviceFields
{
    public const string Item = "item";
    public const string Staff = "staff";
    public const string StaffName = "staff-name";

    /// <summary>When the person pressed the button, by the device's clock; UTC.</summary>
    public const string RegisteredAt = "registered-at";

    /// <summary>What that clock shows while it sends, by which its error is known; UTC.</summary>
    public const string SentAt = "sent-at";
}

/// <summary>What a device sent about an item that it registered by itself, as it came.</summary>
public sealed record DeviceForm
{
    public required ItemTyped Typed { get; init; }
    public required string Bin { get; init; }
    public required string Tag { get; init; }
    public required string Item { get; init; }
    public required string Staff { get; init; }
    public required string StaffName { get; init; }
    public required string RegisteredAt { get; init; }
    public required string[] KeptPhotos { get; init; }

    /// <summary>SHA-256 of each picture's bytes: the same ones are the same content before anything is decoded.</summary>
    public required string[] Photos { get; init; }

    public static async Task<DeviceForm> ReadAsync(PostedForm form, CancellationToken cancellation) => new()
    {
        Typed = ItemTyped.From(form),
        Bin = form.Text(ItemFields.Bin),
        Tag = form.Text(ItemFields.Tag),
        Item = form.Text(DeviceFields.Item),
        Staff = form.Text(DeviceFields.Staff),
        StaffName = form.Text(DeviceFields.StaffName),
        RegisteredAt = form.Text(DeviceFields.RegisteredAt),
        KeptPhotos = form.Many(ItemFields.KeptPhotos),
        Photos = await HashesAsync(form.Files.GetFiles(ItemFields.Photos), cancellation),
    };

    public static DateTime? Time(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static async Task<string[]> HashesAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var hashes = new string[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            await using var stream = files[i].OpenReadStream();
            hashes[i] = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellation));
        }
        return hashes;
    }
}
