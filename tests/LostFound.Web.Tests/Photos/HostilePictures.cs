using LostFound.Web.Photos.Vips;

namespace LostFound.Web.Tests.Photos;

internal static class HostilePictures
{
    /// <summary>All of it has to be decoded before any of it can be shrunk.</summary>
    public static byte[] InterlacedPng(int width, int height)
    {
        using var black = VipsOperation.Named("black").Set("width", width).Set("height", height).Set("bands", 3).ToImage();
        return VipsOperation.Named("pngsave_buffer").Set("in", black).Set("interlace", true).Set("compression", 1).ToBytes();
    }
}
