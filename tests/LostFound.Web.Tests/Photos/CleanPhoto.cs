using System.Text;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Workers;

namespace LostFound.Web.Tests.Photos;

/// <summary>What every photo must be that is kept, whatever it was made from.</summary>
internal static class CleanPhoto
{
    private static readonly byte[][] Never =
    [
        .. ((string[])[HostilePictures.Marker, "Secret", "Exif", "http://ns.adobe.com", "ICC_PROFILE", "Photoshop", "<script", "<?php", "PK\u0003\u0004"]).Select(Encoding.ASCII.GetBytes),
    ];

    public static void Check(ProcessedPhoto photo)
    {
        CheckFile(photo.Large, PhotoLimits.LargeSide);
        CheckFile(photo.Small, PhotoLimits.SmallSide);
        Assert.Equal((photo.Width, photo.Height), TestPictures.SizeOf(photo.Large));
    }

    public static void CheckFile(byte[] jpeg, int longestSide)
    {
        Assert.True(BareJpeg.TryMeasure(jpeg, longestSide, out var size));
        // A decoder of its own reads the same size, so the look without decoding was not fooled.
        Assert.Equal(size, TestPictures.SizeOf(jpeg));
        Assert.All(Never, trace => Assert.Equal(-1, jpeg.AsSpan().IndexOf(trace)));
    }
}
