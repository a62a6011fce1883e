using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LostFound.Web.Photos.Vips;

namespace LostFound.Web.Tests.Photos;

/// <summary>Pictures that somebody made to do harm, or that say more than they show. Each is made anew, always the same.</summary>
internal static class HostilePictures
{
    private const int Cmyk = 15;
    private const int Rgb16 = 25;

    /// <summary>Stands in every one of them somewhere, and may be nowhere afterwards.</summary>
    public const string Marker = "SecretPlace";

    private static readonly byte[] Script = Encoding.ASCII.GetBytes($"<script>alert('{Marker}')</script><?php system('{Marker}'); ?>");

    private static readonly byte[] Jpeg = TestPictures.Jpeg(120, 60);
    private static readonly byte[] Png = TestPictures.RedOverBlue(120, 60);
    private static readonly byte[] WebP = TestPictures.WebP(120, 60);
    private static readonly byte[] Avif = TestPictures.Avif(120, 60);

    /// <summary>Readable pictures with something in them that must not be kept.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Tagged()
    {
        yield return ("JPEG with EXIF, GPS, XMP, a comment and a trailer", JpegSurgery.WithSecrets(Jpeg));
        yield return ("JPEG with IPTC", JpegSurgery.Insert(Jpeg, 0xED, Said("Photoshop 3.0\08BIM\u0004\u0004")));
        yield return ("JPEG with a preview in MPF", [.. JpegSurgery.Insert(Jpeg, 0xE2, Said("MPF\0")), .. JpegSurgery.WithSecrets(Jpeg)]);
        yield return ("JPEG whose colour profile has a text", WithProfileText(TestPictures.JpegWithProfile(120, 60)));
        yield return ("JPEG and ZIP", [.. Jpeg, .. Zip()]);
        yield return ("JPEG and HTML", [.. JpegSurgery.Insert(Jpeg, 0xFE, Script), .. Script]);
        yield return ("JPEG that is a script in its first bytes", JpegSurgery.Insert(Jpeg, 0xE0, [.. "/*JFIF*/=1;"u8, .. Script]));
        yield return ("PNG with PHP after its end", [.. Png, .. Script]);
        yield return ("PNG with texts and EXIF", WithChunks(Png, ("tEXt", Said("Comment\0")), ("iTXt", Said("XML:com.adobe.xmp\0\0\0\0\0")), ("zTXt", [.. "Comment\0\0"u8, .. Zlib(Script)]), ("eXIf", JpegSurgery.Exif(1)[6..])));
        yield return ("PNG that is animated", WithChunks(Png, ("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), ("prVt", Said(""))));
        yield return ("WebP with EXIF, XMP and a trailer", [.. WithRiffChunks(WebP, ("EXIF", JpegSurgery.Exif(1)), ("XMP ", Said("<x:xmpmeta>"))), .. Script]);
        yield return ("AVIF with a box of its own", [.. Avif, .. Box("uuid", Said("")), .. Script]);
        yield return ("AVIF that calls itself a film", [.. Avif.AsSpan(0, 8), .. "avis"u8, .. Avif.AsSpan(12), .. Script]);
        yield return ("JPEG in the colours of print, with EXIF", JpegSurgery.WithSecrets(InPrintColours()));
        yield return ("PNG of 16 bits a colour, interlaced, with text", WithChunks(Deep(), ("tEXt", Said("Comment\0"))));
        yield return ("JPEG in passes, with EXIF", JpegSurgery.WithSecrets(TestPictures.Convert(Png, "jpegsave_buffer", save => save.Set("interlace", true))));
    }

    /// <summary>Readable perhaps, at the price of unpacking a hundred megabytes for nothing.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Unpacking()
    {
        yield return ("PNG that unpacks to far more than it shows", WithChunks(Overfull(), ("tEXt", Said("Comment\0"))));
        yield return ("PNG with a text that unpacks to 100 MB", WithChunks(Png, ("zTXt", [.. "Comment\0\0"u8, .. Zlib(new byte[100_000_000]), .. Script])));
    }

    /// <summary>What no decoder should even be asked about.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Disguised()
    {
        yield return ("GIF header before a JPEG", [.. "GIF89a"u8, .. Jpeg]);
        yield return ("GIF that is a script", Encoding.ASCII.GetBytes($"GIF89a/*..*/=1;alert('{Marker}')"));
        yield return ("HTML before a JPEG", [.. Script, .. Jpeg]);
        yield return ("PDF before a JPEG", [.. "%PDF-1.7\n"u8, .. Jpeg]);
        yield return ("a program", [.. "MZ"u8, .. Jpeg]);
        yield return ("ZIP", Zip());
        yield return ("SVG that reads a file", Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='99' height='99'><image xlink:href='file:///etc/passwd'/></svg>"));
        yield return ("JPEG XL", [0xFF, 0x0A, .. Jpeg]);
        yield return ("JPEG 2000", [0, 0, 0, 12, .. "jP  \r\n"u8, 0x87, 0x0A, .. Jpeg]);
        yield return ("film", [0, 0, 0, 24, .. "ftypisom"u8, .. Jpeg]);
    }

    /// <summary>Few bytes that declare, or unpack to, more than may be decoded.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> TooLarge()
    {
        yield return ("PNG of 60,000 × 60,000", TestPictures.PngThatDeclares(60_000, 60_000));
        yield return ("PNG of 2 × 2,147,483,647", TestPictures.PngThatDeclares(2, int.MaxValue));
        yield return ("PNG of 8,000 × 8,000, all there", AllBlack(8000, 8000, "pngsave_buffer"));
        yield return ("JPEG of 65,000 × 65,000", JpegThatDeclares(65_000, 65_000));
        yield return ("WebP of 16,000 × 16,000", WebPThatDeclares(16_000, 16_000));
        yield return ("AVIF of 65,000 × 65,000", AvifThatDeclares(65_000, 65_000));
    }

    /// <summary>All of it has to be decoded before any of it can be shrunk.</summary>
    public static byte[] InterlacedPng(int width, int height) => AllBlack(width, height, "pngsave_buffer", save => save.Set("interlace", true).Set("compression", 1));

    public static byte[] AllBlack(int width, int height, string saver, Func<VipsOperation, VipsOperation>? options = null)
    {
        using var black = VipsOperation.Named("black").Set("width", width).Set("height", height).Set("bands", 3).ToImage();
        var save = VipsOperation.Named(saver).Set("in", black);
        return (options?.Invoke(save) ?? save).ToBytes();
    }

    private static byte[] JpegThatDeclares(ushort width, ushort height)
    {
        var jpeg = (byte[])Jpeg.Clone();
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    /// <summary>A lossless WebP has its sides less one in 14 bits each, after a signature.</summary>
    private static byte[] WebPThatDeclares(int width, int height)
    {
        var webp = (byte[])WebP.Clone();
        var signature = webp.AsSpan().IndexOf("VP8L"u8) + 8;
        BinaryPrimitives.WriteUInt32LittleEndian(webp.AsSpan(signature + 1), (uint)((width - 1) | ((height - 1) << 14)));
        return webp;
    }

    private static byte[] AvifThatDeclares(int width, int height)
    {
        var avif = (byte[])Avif.Clone();
        var sides = avif.AsSpan().IndexOf("ispe"u8) + 8;
        BinaryPrimitives.WriteInt32BigEndian(avif.AsSpan(sides), width);
        BinaryPrimitives.WriteInt32BigEndian(avif.AsSpan(sides + 4), height);
        return avif;
    }

    private static byte[] InPrintColours()
    {
        using var pinned = new ReadOnlyMemory<byte>(Png).Pin();
        using var image = VipsOperation.Named("pngload_buffer").Set("buffer", pinned, Png.Length).ToImage();
        using var inks = VipsOperation.Named("colourspace").Set("in", image).Set("space", Cmyk).ToImage();
        return VipsOperation.Named("jpegsave_buffer").Set("in", inks).Set("keep", 0).ToBytes();
    }

    private static byte[] Deep()
    {
        using var pinned = new ReadOnlyMemory<byte>(Png).Pin();
        using var image = VipsOperation.Named("pngload_buffer").Set("buffer", pinned, Png.Length).ToImage();
        using var deep = VipsOperation.Named("colourspace").Set("in", image).Set("space", Rgb16).ToImage();
        return VipsOperation.Named("pngsave_buffer").Set("in", deep).Set("interlace", true).ToBytes();
    }

    private static byte[] Overfull() => TestPictures.PngFile(64, 64, colourType: 2, new byte[200_000_000]);

    /// <summary>Overwrites the readable name inside a colour profile, of the same length.</summary>
    private static byte[] WithProfileText(byte[] jpeg)
    {
        var copyright = jpeg.AsSpan().IndexOf("ICC_PROFILE"u8);
        var text = copyright + jpeg.AsSpan(copyright).LastIndexOf("text\0\0\0\0"u8);
        Encoding.ASCII.GetBytes(Marker).CopyTo(jpeg, text + 8);
        return jpeg;
    }

    private static byte[] WithChunks(byte[] png, params (string Type, byte[] Data)[] chunks)
    {
        const int afterHeader = 8 + 25;
        return [.. png[..afterHeader], .. chunks.SelectMany(chunk => TestPictures.Chunk(chunk.Type, chunk.Data)), .. png[afterHeader..]];
    }

    private static byte[] WithRiffChunks(byte[] webp, params (string Type, byte[] Data)[] chunks)
    {
        byte[] whole = [.. webp, .. chunks.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Type), .. BitConverter.GetBytes(chunk.Data.Length), .. chunk.Data, .. new byte[chunk.Data.Length % 2]])];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return whole;
    }

    private static byte[] Box(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data];
    }

    private static byte[] Said(string before) => [.. Encoding.Latin1.GetBytes(before), .. Encoding.ASCII.GetBytes(Marker)];

    private static byte[] Zip()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(Marker, CompressionLevel.NoCompression).Open())
            entry.Write(Script);
        return file.ToArray();
    }

    private static byte[] Zlib(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(data);
        return packed.ToArray();
    }
}
