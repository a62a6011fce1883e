using System.Xml.Linq;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Demo;

namespace LostFound.Web.Tests.Photos;

[Collection(PhotosCollection.Name)]
public sealed class DemoPhotosTests
{
    private const string Prefix = "LostFound.Web.Photos.Demo.Shapes.";

    [Fact]
    public void The_same_thing_is_drawn_the_same_each_time_and_another_seed_differs()
    {
        var first = DemoPhotos.Draw(1, "backpack", ["red", "black"]);

        Assert.True(first.AsSpan().SequenceEqual(DemoPhotos.Draw(1, "backpack", ["red", "black"])));
        Assert.False(first.AsSpan().SequenceEqual(DemoPhotos.Draw(2, "backpack", ["red", "black"])));
    }

    [Fact]
    public void A_drawing_shows_the_things_colour_and_passes_as_a_photo()
    {
        var processor = new VipsPhotoProcessor(_ => { });

        var photo = processor.Process(DemoPhotos.Draw(1, "passport", ["red"])).Value;

        Assert.Equal((960, 720), (photo.Width, photo.Height));
        Assert.Contains(
            Enumerable.Range(0, 12).Select(step => TestPictures.PixelAt(photo.Large, 320 + (step * 27), 464)),
            pixel => pixel.IsNear(new Pixel(0xD6, 0x45, 0x41), tolerance: 40));
    }

    [Fact]
    public void A_category_or_colour_that_a_venue_invented_gets_a_drawing_too() =>
        Assert.NotEmpty(DemoPhotos.Draw(1, "broomstick", ["ultraviolet"]));

    [Fact]
    public void Every_shape_colours_its_parts_by_classes_that_the_scene_defines()
    {
        string[] known = [.. from line in (string[])["", "line-"] from name in (string[])["main", "trim"] from shade in (string[])["", "-dark", "-light"] select line + name + shade];
        var shapes = typeof(DemoPhotos).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();

        Assert.True(shapes.Count >= 55);
        Assert.All(shapes, name =>
        {
            using var file = typeof(DemoPhotos).Assembly.GetManifestResourceStream(name)!;
            var classes = XDocument.Load(file).Descendants().Attributes("class").Select(attribute => attribute.Value).ToList();
            Assert.NotEmpty(classes);
            Assert.All(classes, value => Assert.Contains(value, known, StringComparer.Ordinal));
        });
    }
}
