using LostFound.Web.Photos;
using LostFound.Web.Photos.Workers;

namespace LostFound.Web.Tests.Photos;

/// <summary>The mask, and the look at what a worker sends.</summary>
[Collection(PhotosCollection.Name)]
public sealed class MaskTests
{
    private readonly VipsPhotoProcessor processor = new(_ => { });

    [Fact]
    public void A_mask_leaves_tiles_only_at_the_pictures_own_size()
    {
        var plain = processor.Process(Card.Upload).Value;
        var masked = processor.Process(Card.Upload, mask: true).Value;

        Assert.Equal((plain.Width, plain.Height, true, false), (masked.Width, masked.Height, masked.Masked, plain.Masked));
        Assert.True(Mosaic.Is(masked.Large));
        Assert.True(Mosaic.Is(masked.Small));
        Assert.False(Mosaic.Is(plain.Large));
        Assert.False(Mosaic.Is(plain.Small));
        CleanPhoto.Check(masked);
    }

    [Fact]
    public void Two_cards_with_other_print_look_alike_and_the_main_colour_stays()
    {
        var one = processor.Process(Card.Upload, mask: true).Value.Large;
        var other = processor.Process(Card.OtherUpload, mask: true).Value.Large;

        foreach (var (x, y) in (IEnumerable<(int, int)>)[(20, 20), (100, 220), (300, 60), (460, 280)])
        {
            Assert.True(TestPictures.PixelAt(one, x, y).IsNear(TestPictures.PixelAt(other, x, y), tolerance: 40));
            Assert.True(TestPictures.PixelAt(one, x, y).IsNear(new Pixel(163, 163, 200), tolerance: 40));
        }
    }

    [Theory]
    [InlineData(1600, 16)]
    [InlineData(16, 1600)]
    [InlineData(16, 16)]
    public void Any_shape_can_be_masked(int width, int height)
    {
        var photo = processor.Process(TestPictures.RedOverBlue(width, height), mask: true).Value;

        Assert.Equal((width, height), (photo.Width, photo.Height));
    }

    [Fact]
    public void A_jpeg_is_bare_only_without_anything_beside_its_pixels()
    {
        var bare = processor.Process(TestPictures.Jpeg(120, 60)).Value.Large;
        Assert.True(BareJpeg.TryMeasure(bare, 120, out var size));
        Assert.Equal((120, 60), size);

        Assert.False(BareJpeg.TryMeasure(bare, 119, out _));
        Assert.False(BareJpeg.TryMeasure([.. bare, 0], 120, out _));
        Assert.False(BareJpeg.TryMeasure([.. bare, .. bare], 120, out _));
        Assert.False(BareJpeg.TryMeasure(bare.AsSpan(0, bare.Length - 1), 120, out _));
        Assert.False(BareJpeg.TryMeasure(JpegSurgery.Insert(bare, 0xFE, [1, 2, 3]), 120, out _));
        Assert.False(BareJpeg.TryMeasure(JpegSurgery.Insert(bare, 0xE0, new byte[40]), 120, out _));
        Assert.False(BareJpeg.TryMeasure(TestPictures.RedOverBlue(120, 60), 120, out _));
        foreach (var (name, bytes) in HostilePictures.Tagged())
            Assert.False(BareJpeg.TryMeasure(bytes, 1600, out _), name);
        for (var length = 0; length < bare.Length; length++)
            Assert.False(BareJpeg.TryMeasure(bare.AsSpan(0, length), 120, out _));
    }
}
