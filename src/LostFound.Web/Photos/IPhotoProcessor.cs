using LostFound.Web.Shared;

namespace LostFound.Web.Photos;

/// <summary>Turns whatever a person uploaded into the two JPEGs that are kept, or says why it cannot be used.</summary>
public interface IPhotoProcessor
{
    /// <summary>Checks, decodes and encodes anew, in turn with others so that photos never starve the server.</summary>
    /// <param name="bytes">The upload; must not change until the answer is there.</param>
    /// <param name="mask">
    /// Leaves only a coarse mosaic in both renditions, for things whose face would give away a number or a name.
    /// </param>
    /// <param name="cancel">Gives up the wait for a turn; a picture under way is finished.</param>
    Task<Outcome<ProcessedPhoto>> ProcessAsync(ReadOnlyMemory<byte> bytes, bool mask, CancellationToken cancel);

    /// <summary>Checks, decodes and shrinks until the longer side has at most <paramref name="side"/> pixels; nothing is kept.</summary>
    Task<Outcome<PhotoPixels>> ReadPixelsAsync(ReadOnlyMemory<byte> bytes, int side, CancellationToken cancel);
}

/// <summary>A photo as it is kept: upright, sRGB, opaque, nothing in it but pixels.</summary>
/// <param name="Large">JPEG, longer side at most <see cref="PhotoLimits.LargeSide"/>.</param>
/// <param name="Small">JPEG, longer side at most <see cref="PhotoLimits.SmallSide"/>.</param>
/// <param name="Width">Of the large rendition, in pixels.</param>
/// <param name="Height">Of the large rendition, in pixels.</param>
/// <param name="Masked">Whether only a mosaic is left.</param>
public sealed record ProcessedPhoto(byte[] Large, byte[] Small, int Width, int Height, bool Masked = false);
