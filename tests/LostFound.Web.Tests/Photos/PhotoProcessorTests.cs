using LostFound.Web.Photos;

namespace LostFound.Web.Tests.Photos;

/// <summary>One after the other: some ask what libvips holds or forbids as a whole.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PhotosCollection
{
    public const string Name = "Photos";
}

[Collection(PhotosCollection.Name)]
public sealed class PhotoProcessorTests
{
    private readonly VipsPhotoProcessor processor = new(_ => { });

    [Fact]
    public void A_large_photo_becomes_two_jpegs_within_their_bounds()
    {
        var photo = Accepted(TestPictures.Jpeg(2000, 1000));

        Assert.Equal((1600, 800), (photo.Width, photo.Height));
        Assert.Equal((1600, 800), TestPictures.SizeOf(photo.Large));
        Assert.Equal((320, 160), TestPictures.SizeOf(photo.Small));
    }

    [Fact]
    public void A_small_photo_is_never_enlarged()
    {
        var photo = Accepted(TestPictures.RedOverBlue(200, 100));

        Assert.Equal((200, 100), TestPictures.SizeOf(photo.Large));
        Assert.Equal((200, 100), TestPictures.SizeOf(photo.Small));
    }

    [Fact]
    public void A_photo_taken_with_the_phone_on_its_side_is_stored_upright()
    {
        // Orientation 6: turn a quarter clockwise, so what was the upper half ends on the right.
        var photo = Accepted(JpegSurgery.WithOrientation(TestPictures.Jpeg(120, 60), orientation: 6));

        Assert.Equal((60, 120), (photo.Width, photo.Height));
        Assert.True(TestPictures.PixelAt(photo.Large, 50, 60).IsNear(Pixel.PureRed));
        Assert.True(TestPictures.PixelAt(photo.Large, 10, 60).IsNear(Pixel.PureBlue));
    }

    [Fact]
    public void Nothing_but_pixels_survives()
    {
        var upload = JpegSurgery.WithSecrets(TestPictures.Jpeg(120, 60));
        Assert.True(upload.AsSpan().IndexOf("SecretPlace"u8) > 0);

        var photo = Accepted(upload);

        foreach (var jpeg in (byte[][])[photo.Large, photo.Small])
        {
            Assert.Equal(-1, jpeg.AsSpan().IndexOf("Secret"u8));
            Assert.Equal(-1, jpeg.AsSpan().IndexOf("Exif"u8));
            AssertHoldsOnlyPixels(jpeg);
        }
    }

    [Fact]
    public void Colours_of_a_wide_profile_are_converted_and_the_profile_dropped()
    {
        var upload = TestPictures.JpegWithProfile(120, 60);
        Assert.True(upload.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);

        var photo = Accepted(upload);

        AssertHoldsOnlyPixels(photo.Large);
        Assert.True(TestPictures.PixelAt(photo.Large, 60, 10).IsNear(Pixel.PureRed));
    }

    [Fact]
    public void Transparent_parts_become_white()
    {
        var photo = Accepted(TestPictures.Png(64, 64, (_, _) => Pixel.PureBlue, alpha: 0));

        Assert.True(TestPictures.PixelAt(photo.Large, 32, 32).IsNear(Pixel.White));
    }

    [Fact]
    public void Of_an_animation_the_first_frame_is_kept()
    {
        var photo = Accepted(TestPictures.AnimatedWebP(64, 128));

        Assert.Equal((64, 64), (photo.Width, photo.Height));
        Assert.True(TestPictures.PixelAt(photo.Large, 32, 60).IsNear(Pixel.PureRed));
    }

    [Fact]
    public void WebP_and_avif_are_photos_too()
    {
        foreach (var upload in (byte[][])[TestPictures.WebP(64, 64), TestPictures.Avif(64, 64)])
        {
            Assert.True(TestPictures.PixelAt(Accepted(upload).Large, 32, 8).IsNear(Pixel.PureRed));
        }
    }

    [Fact]
    public void No_memory_of_libvips_is_left_behind_by_good_or_bad_photos()
    {
        var upload = TestPictures.Jpeg(300, 200);
        const int rounds = 100;
        for (var i = 0; i < rounds; i++)
        {
            _ = processor.Process(upload);
            _ = processor.Process(upload.AsMemory(0, upload.Length / 2));
        }

        // Threads of libvips that are just ending may still hold a few buffers; a leak would hold one a photo.
        Assert.InRange(LostFound.Web.Photos.Vips.VipsNative.TrackedAllocations(), 0, rounds / 2);
    }

    private static void AssertHoldsOnlyPixels(byte[] jpeg)
    {
        // JFIF header, quantisation, frame, Huffman tables, scan: no other application data, no comment.
        Assert.All(JpegSurgery.Markers(jpeg), marker => Assert.Contains(marker, (byte[])[0xE0, 0xDB, 0xC0, 0xC4, 0xDA]));
        Assert.True(jpeg.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
    }

    private ProcessedPhoto Accepted(byte[] upload)
    {
        var outcome = processor.Process(upload);
        Assert.Null(outcome.Refusal);
        return outcome.Value;
    }
}
