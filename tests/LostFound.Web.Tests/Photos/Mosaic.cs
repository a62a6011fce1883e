using LostFound.Web.Photos;
using LostFound.Web.Photos.Vips;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Photos;

/// <summary>Uploads full of fine detail, as print on a card is: thin dark strokes, differing in every pixel.</summary>
internal static class Card
{
    public static readonly byte[] Upload = Made(seed: 1);
    public static readonly byte[] OtherUpload = Made(seed: 2);

    private static byte[] Made(int seed)
    {
        var dice = new Random(seed);
        var strokes = Enumerable.Range(0, 480 * 300).Select(_ => dice.Next(3) == 0 ? (byte)20 : (byte)235).ToArray();
        return TestPictures.Png(480, 300, (x, y) => new Pixel(strokes[(y * 480) + x], strokes[(y / 4 * 480) + (x / 4)], 200));
    }
}

/// <summary>Tells a mosaic from a picture by its pixels.</summary>
internal static class Mosaic
{
    /// <summary>What JPEG may add within a tile of one colour.</summary>
    private const int Noise = 12;

    /// <summary>Whether a JPEG has no detail finer than the tiles that a mask leaves: each is flat, away from its edges.</summary>
    public static bool Is(byte[] jpeg)
    {
        using var pinned = new ReadOnlyMemory<byte>(jpeg).Pin();
        using var image = VipsOperation.Named("jpegload_buffer").Set("buffer", pinned, jpeg.Length).ToImage();
        var (pixels, width, height) = (image.ToPixels(), image.Width, image.Height);
        var tile = (double)Math.Max(width, height) / PhotoLimits.MaskTiles;
        var (across, down) = ((int)Math.Round(width / tile), (int)Math.Round(height / tile));
        return Enumerable.Range(0, across * down).All(index => IsFlat(pixels, width, (double)width / across, (double)height / down, index % across, index / across));
    }

    private static bool IsFlat(byte[] pixels, int width, double wide, double high, int column, int row)
    {
        var (least, most) = (byte.MaxValue, byte.MinValue);
        for (var y = (int)((row + 0.3) * high); y < (row + 0.7) * high; y++)
        {
            for (var x = (int)((column + 0.3) * wide); x < (column + 0.7) * wide; x++)
            {
                var green = pixels[(((y * width) + x) * 3) + 1];
                (least, most) = (Math.Min(least, green), Math.Max(most, green));
            }
        }
        return most - least <= Noise;
    }

    public static Task<byte[]?> PhotoAsync(this TestServer server, string hash) =>
        server.Services.GetRequiredService<PhotoStore>().ReadAsync(hash, PhotoSize.Large, TestContext.Current.CancellationToken);
}
