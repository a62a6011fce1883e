namespace LostFound.Web.Photos;

/// <summary>The formats that are decoded, and those known well enough to say something useful about.</summary>
internal enum PhotoFormat { Unknown, Jpeg, Png, WebP, Avif, Heic }

internal static class PhotoFormats
{
    /// <summary>Tells the format from the first bytes alone: a name or a declared type is only what a sender claims.</summary>
    public static PhotoFormat Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PhotoFormat.Jpeg;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PhotoFormat.Png;
        }

        if (bytes.Length < 12)
        {
            return PhotoFormat.Unknown;
        }

        if (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
        {
            return PhotoFormat.WebP;
        }

        return bytes[4..].StartsWith("ftyp"u8) ? SniffBrand(bytes[8..12]) : PhotoFormat.Unknown;
    }

    /// <summary>The libvips operation that reads this format from memory, or null when it is not accepted.</summary>
    public static string? Loader(this PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => "jpegload_buffer",
        PhotoFormat.Png => "pngload_buffer",
        PhotoFormat.WebP => "webpload_buffer",
        PhotoFormat.Avif => "heifload_buffer",
        PhotoFormat.Heic or PhotoFormat.Unknown => null,
    };

    private static PhotoFormat SniffBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
        {
            return PhotoFormat.Avif;
        }

        var isHeic = brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
        return isHeic ? PhotoFormat.Heic : PhotoFormat.Unknown;
    }
}
