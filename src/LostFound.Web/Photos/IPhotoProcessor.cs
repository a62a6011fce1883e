using LostFound.Web.Shared;

namespace LostFound.Web.Photos;

/// <summary>Turns whatever a person uploaded into the two JPEGs that are kept, or says why it cannot be used.</summary>
public interface IPhotoProcessor
{
    /// <summary>Checks, then decodes. Takes tens to hundreds of milliseconds of one core: not for a request's own thread.</summary>
    Outcome<ProcessedPhoto> Process(ReadOnlyMemory<byte> bytes);

    /// <summary>The same off the caller's thread, with few enough at once that decoding never starves the server.</summary>
    Task<Outcome<ProcessedPhoto>> ProcessAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Checks, decodes and shrinks until the longer side has at most <paramref name="side"/> pixels; nothing is kept.</summary>
    Outcome<PhotoPixels> ReadPixels(ReadOnlyMemory<byte> bytes, int side);

    /// <summary>The same off the caller's thread, in turn with <see cref="ProcessAsync"/>.</summary>
    Task<Outcome<PhotoPixels>> ReadPixelsAsync(ReadOnlyMemory<byte> bytes, int side, CancellationToken cancel);
}

/// <summary>A photo as it is kept: upright, sRGB, opaque, nothing in it but pixels.</summary>
/// <param name="Large">JPEG, longer side at most <see cref="PhotoLimits.LargeSide"/>.</param>
/// <param name="Small">JPEG, longer side at most <see cref="PhotoLimits.SmallSide"/>.</param>
/// <param name="Width">Of the large rendition, in pixels.</param>
/// <param name="Height">Of the large rendition, in pixels.</param>
public sealed record ProcessedPhoto(byte[] Large, byte[] Small, int Width, int Height);
