using LostFound.Web.Configuration;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Tests.Configuration;

namespace LostFound.Web.Tests.Photos.Colours;

public sealed class ColourPaletteTests
{
    [Fact]
    public void The_middle_of_every_flat_swatch_has_that_colours_name()
    {
        var flat = VenueFolder.ShippedConfig().Colours.Where(c => c.Swatch.Count == 1).ToList();

        Assert.Equal(16, flat.Count);
        Assert.All(flat, colour => Assert.Equal(colour.Key, Best(Painted.Palette, colour.Swatch[0])));
    }

    [Theory]
    [InlineData("#5a1e22", "red")]
    [InlineData("#c98f96", "pink")]
    [InlineData("#b9a184", "beige")]
    [InlineData("#4b4032", "brown")]
    [InlineData("#4a4a32", "olive")]
    [InlineData("#5f8f78", "green")]
    [InlineData("#2b3140", "navy")]
    [InlineData("#a7bed0", "light-blue")]
    [InlineData("#2a2826", "black")]
    [InlineData("#cfcdca", "white")]
    public void Dull_colours_as_photos_have_them_keep_their_names(string seen, string key) => Assert.Equal(key, Best(Painted.Palette, seen));

    [Fact]
    public void Every_colour_there_is_has_names_that_add_up_to_one()
    {
        byte[] steps = [.. Enumerable.Range(0, 18).Select(step => (byte)(step * 15))];
        foreach (var (red, green, blue) in from r in steps from g in steps from b in steps select (r, g, b))
        {
            var names = Painted.Palette.Name(Oklab.FromSrgb(red, green, blue));
            Assert.All(names, name => Assert.InRange(name, 0, 1));
            Assert.Equal(1, names.Sum(), 9);
        }
    }

    [Fact]
    public void A_colour_that_the_venue_added_is_known_by_its_swatch()
    {
        var palette = Painted.PaletteOf(("red", "#d3302f"), ("brown", "#7a4f2e"), ("burgundy", "#6d1a2b"));

        Assert.Equal("burgundy", Best(palette, "#6a1c2d"));
        Assert.Equal("red", Best(palette, "#d3302f"));
        Assert.Equal("burgundy", Painted.Thing("#6d1a2b", "#f2f2f0").Colours(palette)[0]);
    }

    [Fact]
    public void A_colour_that_the_venue_does_not_offer_goes_to_the_nearest_that_it_does()
    {
        var palette = Painted.PaletteOf(("black", "#1f1f22"), ("blue", "#2467c9"), ("green", "#2f9147"));

        Assert.Equal("blue", Best(palette, "#1b2a55"));
    }

    private static string Best(ColourPalette palette, string hex)
    {
        var colour = HexColour.Parse(hex);
        var names = palette.Name(Oklab.FromSrgb(colour.Red, colour.Green, colour.Blue));
        return palette.Keys[Array.IndexOf(names, names.Max())];
    }
}
