using System.Text;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Vips;
using LostFound.Web.Shared;

namespace LostFound.Web.Tests.Photos;

[Collection(PhotosCollection.Name)]
public sealed class PhotoRefusalTests
{
    private readonly VipsPhotoProcessor processor = new(_ => { });

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.05)]
    public void A_truncated_jpeg_is_refused_with_a_clear_message(double kept)
    {
        var whole = TestPictures.Jpeg(600, 400);

        var refusal = Refused(whole[..(int)(whole.Length * kept)]);

        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Contains("arrived incomplete", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("photos", refusal.Field);
    }

    [Fact]
    public void A_truncated_png_is_refused()
    {
        var whole = TestPictures.Png(300, 300, (x, y) => new Pixel((byte)(x * 7), (byte)(y * 13), (byte)(x * y)));

        Assert.Contains("arrived incomplete", Refused(whole[..(whole.Length / 2)]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear desk, I lost my hat. Yours, a guest.")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0;")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><rect width='100' height='100'/></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")]
    [InlineData("BM6\0\0\0\0\0\0\06\0\0\0(\0\0\0")]
    [InlineData("II*\0\u0008\0\0\0\0\0\0\0")]
    [InlineData("RIFF\0\0\0\0AVI LIST")]
    public void What_is_not_a_photo_is_refused_whatever_it_calls_itself(string content)
    {
        var refusal = Refused(Encoding.Latin1.GetBytes(content));

        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Contains("JPEG, PNG, WebP or AVIF", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_iphones_own_format_is_refused_with_the_way_out() =>
        Assert.Contains("Most Compatible", Refused(Encoding.Latin1.GetBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Contains("empty", Refused([]).Message, StringComparison.Ordinal);

    [Fact]
    public void Garbage_after_a_true_magic_number_is_refused()
    {
        foreach (var start in (byte[][])[TestPictures.Jpeg(64, 64)[..4], TestPictures.RedOverBlue(64, 64)[..8], TestPictures.WebP(64, 64)[..16], TestPictures.Avif(64, 64)[..32]])
        {
            byte[] upload = [.. start, .. Enumerable.Repeat((byte)0x5A, 4000)];

            Assert.Contains("damaged", Refused(upload).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_few_bytes_that_declare_a_gigantic_picture_are_refused_unread()
    {
        // Its pixels are missing, so only the header can have led to this answer; decoding would have called it damaged.
        var refusal = Refused(TestPictures.PngThatDeclares(30_000, 30_000));

        Assert.Equal(RefusalKind.TooLarge, refusal.Kind);
        Assert.Contains("30000 × 30000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_bytes_than_allowed_are_refused_before_anything_looks_at_them()
    {
        var refusal = Refused([.. TestPictures.Jpeg(64, 64), .. new byte[PhotoLimits.MaxBytes]]);

        Assert.Equal(RefusalKind.TooLarge, refusal.Kind);
        Assert.Contains("12 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(400, 15)]
    public void A_picture_too_small_to_show_anything_is_refused(int width, int height) =>
        Assert.Contains("too small", Refused(TestPictures.Png(width, height, (_, _) => Pixel.White)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("svgload_buffer")]
    [InlineData("gifload_buffer")]
    [InlineData("tiffload_buffer")]
    public void Libvips_itself_refuses_the_loaders_that_no_photo_needs(string loader)
    {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>"u8.ToArray();
        using var pinned = new ReadOnlyMemory<byte>(svg).Pin();

        var failure = Assert.Throws<VipsException>(() => VipsOperation.Named(loader).Set("buffer", pinned, svg.Length).ToImage().Dispose());

        Assert.Contains("block", failure.Message, StringComparison.Ordinal);
    }

    private Refusal Refused(byte[] upload)
    {
        var outcome = processor.Process(upload);
        Assert.False(outcome.Succeeded);
        return outcome.Refusal;
    }
}
