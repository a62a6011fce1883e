using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LostFound.Web.Photos.Vips;

namespace LostFound.Web.Tests.Photos;

internal sealed record Pixel(byte Red, byte Green, byte Blue)
{
    public static readonly Pixel PureRed = new(255, 0, 0);
    public static readonly Pixel PureBlue = new(0, 0, 255);
    public static readonly Pixel White = new(255, 255, 255);

    /// <summary>JPEG moves each channel a little.</summary>
    public bool IsNear(Pixel other, int tolerance = 24) =>
        Math.Abs(Red - other.Red) <= tolerance && Math.Abs(Green - other.Green) <= tolerance && Math.Abs(Blue - other.Blue) <= tolerance;
}

/// <summary>Makes the pictures that the photo tests need, so that none has to be kept in the repository.</summary>
internal static class TestPictures
{
    private const int Av1 = 4;

    /// <summary>A PNG from its pixels, with alpha when <paramref name="alpha"/> is given.</summary>
    public static byte[] Png(int width, int height, Func<int, int, Pixel> pixel, byte? alpha = null)
    {
        var raw = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            raw.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = pixel(x, y);
                raw.Write([red, green, blue]);
                if (alpha is { } opacity)
                {
                    raw.WriteByte(opacity);
                }
            }
        }

        return PngFile(width, height, alpha is null ? (byte)2 : (byte)6, raw.ToArray());
    }

    /// <summary>A PNG whose header promises more than its few bytes hold.</summary>
    public static byte[] PngThatDeclares(int width, int height) => PngFile(width, height, colourType: 2, new byte[64]);

    /// <summary>The upper half red, the lower half blue.</summary>
    public static byte[] RedOverBlue(int width, int height) =>
        Png(width, height, (_, y) => y < height / 2 ? Pixel.PureRed : Pixel.PureBlue);

    public static byte[] Jpeg(int width, int height) => Convert(RedOverBlue(width, height), "jpegsave_buffer", save => save.Set("keep", 0));

    public static byte[] JpegWithProfile(int width, int height) => Convert(RedOverBlue(width, height), "jpegsave_buffer", save => save.Set("profile", "p3"));

    public static byte[] WebP(int width, int height) => Convert(RedOverBlue(width, height), "webpsave_buffer", save => save.Set("lossless", true));

    /// <summary>Two frames of half the height: the first red, the second blue.</summary>
    public static byte[] AnimatedWebP(int width, int height) =>
        Convert(RedOverBlue(width, height), "webpsave_buffer", save => save.Set("lossless", true).Set("page-height", height / 2));

    public static byte[] Avif(int width, int height) => Convert(RedOverBlue(width, height), "heifsave_buffer", save => save.Set("compression", Av1));

    /// <summary>Reads a pixel of a JPEG.</summary>
    public static Pixel PixelAt(byte[] jpeg, int x, int y)
    {
        using var pinned = new ReadOnlyMemory<byte>(jpeg).Pin();
        using var image = VipsOperation.Named("jpegload_buffer").Set("buffer", pinned, jpeg.Length).ToImage();
        var raw = VipsOperation.Named("rawsave_buffer").Set("in", image).ToBytes();
        var at = ((y * image.Width) + x) * 3;
        return new Pixel(raw[at], raw[at + 1], raw[at + 2]);
    }

    public static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        using var pinned = new ReadOnlyMemory<byte>(jpeg).Pin();
        using var image = VipsOperation.Named("jpegload_buffer").Set("buffer", pinned, jpeg.Length).ToImage();
        return (image.Width, image.Height);
    }

    public static byte[] Convert(byte[] png, string saver, Func<VipsOperation, VipsOperation> options)
    {
        using var pinned = new ReadOnlyMemory<byte>(png).Pin();
        using var image = VipsOperation.Named("pngload_buffer").Set("buffer", pinned, png.Length).ToImage();
        return options(VipsOperation.Named(saver).Set("in", image)).ToBytes();
    }

    public static byte[] PngFile(int width, int height, byte colourType, byte[] rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, colourType);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
