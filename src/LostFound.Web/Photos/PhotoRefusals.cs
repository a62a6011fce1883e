using System.Globalization;
using LostFound.Web.Shared;

namespace LostFound.Web.Photos;

/// <summary>Why a photo was not taken, in words for the person holding the camera.</summary>
internal static class PhotoRefusals
{
    /// <summary>The form field that carries photos, so that the message stands beside it.</summary>
    public const string Field = "photos";

    public static readonly Refusal Damaged = new(
        RefusalKind.Invalid,
        "This photo is damaged or arrived incomplete. Send it again, or take a new one.",
        Field);

    public static readonly Refusal TooSmall = new(
        RefusalKind.Invalid,
        $"This picture is smaller than {PhotoLimits.MinSide} pixels, too small to show anything. Take a new photo.",
        Field);

    /// <summary>Decoding it took a worker with it: nobody needs to know whether by its memory, its time or a fault in a decoder.</summary>
    public static readonly Refusal Unreadable = new(
        RefusalKind.Invalid,
        "This photo could not be read: it is damaged, or too much to decode. Take a new one, or choose another.",
        Field);

    public static readonly Refusal NotNow = new(
        RefusalKind.Unavailable,
        "Photos cannot be read at the moment. Send it again in a minute, or send the form without a photo.",
        Field);

    public static Refusal TooManyBytes(long bytes) => new(
        RefusalKind.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"This photo has {bytes / 1024.0 / 1024.0:0.0} MB; at most {PhotoLimits.MaxMegabytes} MB are possible. Choose a smaller one, or take it again at a lower resolution."),
        Field);

    public static Refusal TooManyPixels(int width, int height) => new(
        RefusalKind.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"This photo is {width} × {height} pixels; at most {PhotoLimits.MaxMegapixels} megapixels are possible. Choose a smaller one, or take it again at a lower resolution."),
        Field);

    public static Refusal WrongFormat(PhotoFormat format, bool empty) => new(RefusalKind.Invalid, WrongFormatMessage(format, empty), Field);

    private static string WrongFormatMessage(PhotoFormat format, bool empty)
    {
        if (empty)
        {
            return "This file is empty. Choose the photo again.";
        }

        return format == PhotoFormat.Heic
            ? "This is an HEIC photo, which cannot be read here. Take the photo from this page, or set the iPhone's camera to “Most Compatible” (Settings, Camera, Formats)."
            : "This file is not a photo that can be read here. Choose a JPEG, PNG, WebP or AVIF picture.";
    }
}
