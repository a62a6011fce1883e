using LostFound.Web.Photos.Colours;

namespace LostFound.Web.Tests.Photos.Colours;

public sealed class DominantColoursTests
{
    private const string White = "#f2f2f0";
    private const string Navy = "#1b2a55";
    private const string Red = "#c02a2a";
    private const string Grass = "#5a9a48";
    private const string Wood = "#8a5f3c";

    [Theory]
    [InlineData(Navy, White, "navy")]
    [InlineData(Navy, Grass, "navy")]
    [InlineData(Red, "#26262a", "red")]
    [InlineData("#efefee", Wood, "white")]
    [InlineData("#1f1f22", Wood, "black")]
    [InlineData("#f08cb4", "#8a8d91", "pink")]
    [InlineData("#dcc9a6", Navy, "beige")]
    public void The_thing_in_the_middle_counts_and_what_it_lies_on_does_not(string thing, string ground, string key)
    {
        var colours = Painted.Thing(thing, ground).Colours();

        Assert.Equal(key, colours[0]);
    }

    [Fact]
    public void A_patterned_floor_is_no_more_the_thing_than_a_plain_one()
    {
        var floor = Painted.On(Wood);
        for (var x = 0; x < Painted.Width; x += 12)
            floor.With("#c49a6c", x, 0, x + 6, Painted.Height);

        Assert.Equal("navy", floor.With(Navy, 32, 16, 64, 56).Colours()[0]);
    }

    [Fact]
    public void A_thing_that_runs_out_of_the_picture_is_still_the_thing()
    {
        var colours = Painted.On(White).With(Red, 28, 14, 70, Painted.Height).Colours();

        Assert.Equal("red", colours[0]);
    }

    [Fact]
    public void A_thing_of_two_colours_has_both_the_larger_first()
    {
        var colours = Painted.Thing(Navy, White).With("#f7cf2e", 32, 42, 64, 56).Colours();

        Assert.Equal(["navy", "yellow"], colours.Take(2));
    }

    [Fact]
    public void A_white_shirt_under_a_dim_yellow_lamp_is_white()
    {
        Assert.Equal("white", Painted.Thing("#c4bdae", "#4a3220").Colours()[0]);
    }

    [Fact]
    public void The_hand_that_holds_a_thing_is_not_its_colour()
    {
        var colours = Painted.Thing("#efefee", "#2467c9").With("#c99a7c", 44, 40, 60, Painted.Height).Colours();

        Assert.Equal("white", colours[0]);
    }

    [Fact]
    public void Many_hues_are_multicoloured_and_shades_of_one_are_not()
    {
        var umbrella = Painted.On(White).With(Red, 24, 16, 36, 56).With("#f7cf2e", 36, 16, 48, 56).With("#2f9147", 48, 16, 60, 56).With("#7b3fa0", 60, 16, 72, 56);
        var jeans = Painted.On(White).With("#8cc7ee", 28, 16, 42, 56).With("#2467c9", 42, 16, 56, 56).With(Navy, 56, 16, 70, 56);

        Assert.Equal("multicolour", umbrella.Colours()[0]);
        Assert.DoesNotContain("multicolour", jeans.Colours());
    }

    [Fact]
    public void The_list_is_short_without_repeats_and_the_same_every_time()
    {
        var stripes = Painted.On("#8a8d91");
        string[] all = ["#1f1f22", White, Red, "#f7cf2e", "#2f9147", "#2467c9", "#7b3fa0", "#f08cb4"];
        for (var i = 0; i < all.Length; i++)
            stripes.With(all[i], 24 + (i * 6), 16, 30 + (i * 6), 56);

        var first = stripes.Colours();

        Assert.InRange(first.Count, 1, DominantColours.Most);
        Assert.Equal(first.Distinct(), first);
        Assert.Equal(first, stripes.Colours());
    }

    [Fact]
    public void All_photos_of_a_thing_count_alike()
    {
        var outside = Painted.Thing(Navy, White).Photo();
        var inside = Painted.Thing(Red, White).Photo();

        var colours = DominantColours.Of([outside, inside], Painted.Palette);

        Assert.Equal(["navy", "red"], colours.Order(StringComparer.Ordinal).Take(2));
    }

    [Fact]
    public void A_picture_of_one_even_colour_is_that_colour() => Assert.Equal("green", Painted.On("#2f9147").Colours()[0]);

    [Fact]
    public void Nothing_to_look_at_or_no_name_to_give_is_no_colour()
    {
        Assert.Empty(DominantColours.Of([], Painted.Palette));
        Assert.Empty(Painted.Thing(Navy, White).Colours(Painted.PaletteOf()));
    }
}
