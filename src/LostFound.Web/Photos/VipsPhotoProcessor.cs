using System.Buffers;
using LostFound.Web.Photos.Vips;
using LostFound.Web.Shared;

namespace LostFound.Web.Photos;

/// <summary>
/// The photo pipeline on libvips, in this process: what a worker runs, one picture after the other. Cheap checks
/// come first; nothing is decoded until all of them have passed.
/// </summary>
public sealed class VipsPhotoProcessor
{
    private const int ShrinkOnly = 2;
    private const int NearestKernel = 0;
    private const int Srgb = 22;
    private const int KeepNoMetadata = 0;

    private readonly Action<string> report;

    /// <param name="report">Is told why libvips could not decode something: nothing for the person, but for whoever keeps the log.</param>
    public VipsPhotoProcessor(Action<string> report)
    {
        this.report = report;
        VipsRuntime.EnsureStarted();
    }

    /// <summary>As <see cref="IPhotoProcessor.ProcessAsync"/>, on the caller's thread: tens to hundreds of milliseconds of one core.</summary>
    public Outcome<ProcessedPhoto> Process(ReadOnlyMemory<byte> bytes, bool mask = false) =>
        Read<ProcessedPhoto>(bytes, PhotoLimits.LargeSide, mask ? EncodeMasked : Encode);

    /// <summary>As <see cref="IPhotoProcessor.ReadPixelsAsync"/>, on the caller's thread.</summary>
    public Outcome<PhotoPixels> ReadPixels(ReadOnlyMemory<byte> bytes, int side) =>
        Read(bytes, side, static picture => new PhotoPixels(picture.ToPixels(), picture.Width, picture.Height));

    /// <summary>What can be said without decoding: too many bytes, or no format that is accepted.</summary>
    public static Refusal? CheckBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PhotoLimits.MaxBytes)
        {
            return PhotoRefusals.TooManyBytes(bytes.Length);
        }

        var format = PhotoFormats.Sniff(bytes);
        return format.Loader() is null ? PhotoRefusals.WrongFormat(format, bytes.IsEmpty) : null;
    }

    /// <summary>Checks the bytes, shrinks the picture, and hands it on upright, opaque and in sRGB.</summary>
    private Outcome<T> Read<T>(ReadOnlyMemory<byte> bytes, int longestSide, Func<VipsImage, T> use)
    {
        if (CheckBytes(bytes.Span) is { } unfit)
        {
            return unfit;
        }

        // Every image below reads from this memory, so it is unpinned last.
        using var pinned = bytes.Pin();
        try
        {
            var loader = PhotoFormats.Sniff(bytes.Span).Loader()!;
            return CheckDimensions(loader, pinned, bytes.Length) is { } refusal ? refusal : Decode(pinned, bytes.Length, longestSide, use);
        }
        catch (VipsException failure)
        {
            report($"{bytes.Length} bytes could not be decoded: {failure.Message}");
            return PhotoRefusals.Damaged;
        }
    }

    /// <summary>Reads the header only: a few bytes can declare a picture that would fill the memory.</summary>
    private static Refusal? CheckDimensions(string loader, MemoryHandle pinned, int length)
    {
        using var header = VipsOperation.Named(loader).Set("buffer", pinned, length).ToImage();
        if ((long)header.Width * header.Height > PhotoLimits.MaxPixels)
        {
            return PhotoRefusals.TooManyPixels(header.Width, header.Height);
        }

        return Math.Min(header.Width, header.Height) < PhotoLimits.MinSide ? PhotoRefusals.TooSmall : null;
    }

    private static T Decode<T>(MemoryHandle pinned, int length, int longestSide, Func<VipsImage, T> use)
    {
        // Turns the picture upright, takes the first frame only, and lets the JPEG and WebP decoders skip detail
        // that shrinking would discard. The option goes to the decoder as text because the operation's own fail-on
        // is ignored for buffers (libvips issue 5195), and half a photo would pass.
        using var shrunk = VipsOperation.Named("thumbnail_buffer")
            .Set("buffer", pinned, length)
            .Set("width", longestSide)
            .Set("height", longestSide)
            .Set("size", ShrinkOnly)
            .Set("option-string", "[fail-on=error]")
            .ToImage();
        using var srgb = ToSrgb(shrunk);
        using var opaque = srgb.HasAlpha
            ? VipsOperation.Named("flatten").Set("in", srgb).Set("background", [255.0, 255.0, 255.0]).ToImage()
            : null;
        using var picture = (opaque ?? srgb).ToMemory();
        return use(picture);
    }

    /// <summary>
    /// Averages the picture into a few large tiles and lays them out at its own size. Even when a card fills the
    /// picture there are fewer tiles across than its number has digits, so nothing can be computed back; the main
    /// colours stay.
    /// </summary>
    private static VipsImage Mosaic(VipsImage picture)
    {
        using var tiles = VipsOperation.Named("thumbnail_image")
            .Set("in", picture)
            .Set("width", PhotoLimits.MaskTiles)
            .Set("height", PhotoLimits.MaskTiles)
            .Set("size", ShrinkOnly)
            .ToImage();
        using var few = tiles.ToMemory();
        using var wide = VipsOperation.Named("resize")
            .Set("in", few)
            .Set("scale", (double)picture.Width / few.Width)
            .Set("vscale", (double)picture.Height / few.Height)
            .Set("kernel", NearestKernel)
            .ToImage();
        return wide.ToMemory();
    }

    private static ProcessedPhoto EncodeMasked(VipsImage picture)
    {
        using var mosaic = Mosaic(picture);
        return Encode(mosaic) with { Masked = true };
    }

    private static ProcessedPhoto Encode(VipsImage large)
    {
        using var small = VipsOperation.Named("thumbnail_image")
            .Set("in", large)
            .Set("width", PhotoLimits.SmallSide)
            .Set("height", PhotoLimits.SmallSide)
            .Set("size", ShrinkOnly)
            .ToImage();
        return new ProcessedPhoto(ToJpeg(large, quality: 82), ToJpeg(small, quality: 76), large.Width, large.Height);
    }

    /// <summary>
    /// Converts after shrinking, and only from a profile that is there: telling the thumbnail operation to do it
    /// takes four times as long. Without a profile, colours are sRGB or grey already.
    /// </summary>
    private static VipsImage ToSrgb(VipsImage image)
    {
        using var converted = image.HasColourProfile
            ? VipsOperation.Named("icc_transform").Set("in", image).Set("embedded", true).Set("input-profile", "srgb").Set("output-profile", "srgb").ToImage()
            : null;
        return VipsOperation.Named("colourspace").Set("in", converted ?? image).Set("space", Srgb).ToImage();
    }

    private static byte[] ToJpeg(VipsImage image, int quality) => VipsOperation.Named("jpegsave_buffer")
        .Set("in", image)
        .Set("Q", quality)
        .Set("optimize-coding", true)
        .Set("keep", KeepNoMetadata)
        .ToBytes();
}
