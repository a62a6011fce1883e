using System.Buffers.Binary;
using System.Text;

namespace LostFound.Web.Tests.Photos;

/// <summary>Puts into a JPEG what a phone puts there, and lists what a JPEG holds besides pixels.</summary>
internal static class JpegSurgery
{
    private const byte App1 = 0xE1;
    private const byte Comment = 0xFE;

    public static byte[] WithOrientation(byte[] jpeg, ushort orientation) => Insert(jpeg, App1, Exif(orientation));

    /// <summary>Everything that could tell where, when or by whom: EXIF with camera and GPS, XMP, a comment, bytes after the end.</summary>
    public static byte[] WithSecrets(byte[] jpeg)
    {
        jpeg = Insert(jpeg, App1, Exif(orientation: 1));
        jpeg = Insert(jpeg, App1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>SecretXmp</x:xmpmeta>"));
        jpeg = Insert(jpeg, Comment, "SecretComment"u8.ToArray());
        return [.. jpeg, .. "SecretTrailer"u8];
    }

    /// <summary>The marker of each segment before the pixels.</summary>
    public static IReadOnlyList<byte> Markers(byte[] jpeg)
    {
        const byte startOfScan = 0xDA;
        var markers = new List<byte>();
        for (var at = 2; markers.LastOrDefault() != startOfScan; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            Assert.Equal(0xFF, jpeg[at]);
            markers.Add(jpeg[at + 1]);
        }

        return markers;
    }

    public static byte[] Insert(byte[] jpeg, byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [.. jpeg[..2], 0xFF, marker, .. length, .. content, .. jpeg[2..]];
    }

    /// <summary>A little-endian TIFF block: a camera's name, the orientation, and a GPS directory with one text.</summary>
    public static byte[] Exif(ushort orientation)
    {
        var (camera, place) = ("SecretCamera\0"u8.ToArray(), "SecretPlace\0"u8.ToArray());
        const int entries = 3;
        const int directoryEnd = 8 + 2 + (entries * 12) + 4;
        var gps = directoryEnd + camera.Length;
        var block = new List<byte>();
        block.AddRange("Exif\0\0II*\0"u8);
        block.AddRange(Number(8));
        block.AddRange([entries, 0]);
        block.AddRange(Entry(0x010F, type: 2, camera.Length, directoryEnd));
        block.AddRange(Entry(0x0112, type: 3, 1, orientation));
        block.AddRange(Entry(0x8825, type: 4, 1, gps));
        block.AddRange(Number(0));
        block.AddRange(camera);
        block.AddRange([1, 0]);
        block.AddRange(Entry(0x001D, type: 2, place.Length, gps + 2 + 12 + 4));
        block.AddRange(Number(0));
        block.AddRange(place);
        return [.. block];
    }

    private static byte[] Entry(ushort tag, byte type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), type, 0, .. Number(count), .. Number(value)];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
