namespace LostFound.Web.Photos;

/// <summary>What a photo may be, and what becomes of it. The form, the processor and the tests share these.</summary>
public static class PhotoLimits
{
    public const int MaxPerItem = 6;

    public const int MaxMegabytes = 12;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    public const int MaxMegapixels = 50;
    public const long MaxPixels = MaxMegapixels * 1_000_000L;

    /// <summary>Shorter sides, in pixels, show nothing that could tell one item from another.</summary>
    public const int MinSide = 16;

    /// <summary>The longer side, in pixels, of the rendition shown beside a claim.</summary>
    public const int LargeSide = 1600;

    /// <summary>The longer side, in pixels, of the rendition shown in lists.</summary>
    public const int SmallSide = 320;

    /// <summary>Tiles along the longer side that are left of a masked photo: fewer than a card number's 16 digits.</summary>
    public const int MaskTiles = 12;

    /// <summary>For the file input's <c>accept</c>: phones then convert their own formats before sending.</summary>
    public const string Accept = "image/jpeg,image/png,image/webp,image/avif";
}
