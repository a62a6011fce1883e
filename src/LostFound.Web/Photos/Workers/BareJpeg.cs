using System.Buffers.Binary;

namespace LostFound.Web.Photos.Workers;

/// <summary>
/// Looks at a JPEG without decoding it: is it one that <see cref="VipsPhotoProcessor"/> would have written, with
/// nothing in it but pixels? The server asks before it keeps what a worker sent, so that not even a worker that a
/// picture has taken over can smuggle metadata or another file into the store.
/// </summary>
internal static class BareJpeg
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte JfifHeader = 0xE0;
    private const int JfifLength = 16;
    private const byte Frame = 0xC0;
    private const byte Quantisation = 0xDB;
    private const byte Huffman = 0xC4;

    /// <summary>Whether it is bare, and no side is longer than allowed.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> jpeg, int longestSide, out (int Width, int Height) size)
    {
        size = default;
        if (!jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, StartOfImage]))
            return false;
        for (var rest = jpeg[2..]; rest.Length >= 4 && rest[0] == 0xFF;)
        {
            var (marker, length) = (rest[1], BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (length + 2 > rest.Length || !MayStand(marker, length))
                return false;
            if (marker == Frame && length >= 7)
                size = (BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            rest = rest[(length + 2)..];
            if (marker == StartOfScan)
                return IsWithin(size, longestSide) && EndsWithItsPixels(rest);
        }
        return false;
    }

    private static bool MayStand(byte marker, int length) =>
        marker is Frame or Quantisation or Huffman or StartOfScan || (marker == JfifHeader && length == JfifLength);

    private static bool IsWithin((int Width, int Height) size, int longestSide) =>
        size is { Width: > 0, Height: > 0 } && Math.Max(size.Width, size.Height) <= longestSide;

    /// <summary>In the compressed pixels a byte FF is followed by 00; the first other marker must be the end of everything.</summary>
    private static bool EndsWithItsPixels(ReadOnlySpan<byte> scan)
    {
        while (scan.IndexOf((byte)0xFF) is >= 0 and var at && at + 1 < scan.Length)
        {
            if (scan[at + 1] != 0)
                return scan[at + 1] == EndOfImage && at + 2 == scan.Length;
            scan = scan[(at + 2)..];
        }
        return false;
    }
}
