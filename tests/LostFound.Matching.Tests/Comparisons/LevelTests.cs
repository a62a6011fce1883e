using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Comparisons;

public class LevelTests
{
    [Theory]
    [InlineData("navy", "navy", nameof(ColourDistance.Same))]
    [InlineData("navy", "blue", nameof(ColourDistance.Near))]
    [InlineData("navy", "black", nameof(ColourDistance.Near))]
    [InlineData("beige", "white", nameof(ColourDistance.Near))]
    [InlineData("silver", "grey", nameof(ColourDistance.Near))]
    [InlineData("navy", "purple", nameof(ColourDistance.Related))]
    [InlineData("red", "green", nameof(ColourDistance.Far))]
    [InlineData("a-venue's-own", "red", nameof(ColourDistance.Far))]
    public void Colours_lie_as_far_apart_as_people_see_them(string a, string b, string distance)
    {
        Assert.Equal(distance, Relations.Between(a, b).ToString());
        Assert.Equal(distance, Relations.Between(b, a).ToString());
    }

    [Theory]
    [InlineData(-61, "early")]
    [InlineData(-60, "during")]
    [InlineData(0, "during")]
    [InlineData(30, "within-30-min")]
    [InlineData(31, "within-1-h")]
    [InlineData(120, "within-2-h")]
    [InlineData(121, "within-4-h")]
    [InlineData(480, "within-8-h")]
    [InlineData(1440, "within-a-day")]
    [InlineData(10080, "within-a-week")]
    [InlineData(10081, "later")]
    public void Time_levels_follow_the_delay_after_the_loss_was_noticed(int minutes, string level) =>
        Assert.Equal(level, LevelOf(Make.Noon.AddHours(-1), Make.Noon, Make.Noon.AddMinutes(minutes)));

    [Fact]
    public void Half_a_window_is_enough_and_none_says_nothing()
    {
        Assert.Equal("unknown", LevelOf(null, null, Make.Noon));
        Assert.Equal("within-30-min", LevelOf(Make.Noon, null, Make.Noon.AddMinutes(5)));
        Assert.Equal("unknown", LevelOf(null, Make.Noon, Make.Noon.AddMinutes(-5)));
    }

    [Theory]
    [InlineData("backpack", "", "same")]
    [InlineData("tote", "", "related")]
    [InlineData("umbrella", "", "differs")]
    [InlineData("tote", "my rucksack", "named")]
    [InlineData("umbrella", "it hung on my rucksack", "mentioned")]
    [InlineData(null, "my rucksack", "named")]
    [InlineData("other", "", "unknown")]
    public void Kind_allows_for_a_wrong_choice(string? category, string description, string level) =>
        Assert.Equal(level, Make.Contribution("kind", Make.Claim(category: category, description: description), Make.Item()).Level);

    [Theory]
    [InlineData("necklace", "", "unsorted")]
    [InlineData("necklace", "a sort of necklace", "named")]
    public void A_thing_that_staff_could_not_sort_may_be_any(string lost, string written, string level) =>
        Assert.Equal(level, Make.Contribution("kind", Make.Claim(category: lost), Make.Item(category: "other", description: written)).Level);

    [Theory]
    [InlineData("navy", "same")]
    [InlineData("navy red", "overlap")]
    [InlineData("blue", "near")]
    [InlineData("purple", "related")]
    [InlineData("yellow", "differs")]
    [InlineData("pink", "written")]
    [InlineData("multicolour", "multicolour")]
    [InlineData("", "unknown")]
    public void Colour_levels(string colours, string level) =>
        Assert.Equal(level, Make.Contribution("colours", Make.Claim(colours: colours), Make.Item(description: "with pink dots")).Level);

    [Theory]
    [InlineData("", "", "Nike", "", "only-item")]
    [InlineData("ナイキ", "", "Nike", "", "same")]
    [InlineData("addidas", "", "Adidas", "", "same")]
    [InlineData("", "my nike bag", "Nike", "", "named")]
    [InlineData("Nike", "", "", "nike rucksack", "named")]
    [InlineData("Nike", "", "Puma", "", "differs")]
    [InlineData("Nike", "", "", "", "only-claim")]
    [InlineData("", "", "", "", "silent")]
    [InlineData("Zzyzx", "", "zzyzz", "", "close")]
    [InlineData("iPhone 15", "", "Apple", "", "same")]
    [InlineData("ズズクス", "", "Zzyzx", "", "other-script")]
    [InlineData("Jack Wolfskin", "", "", "wolfskin rucksack", "named")]
    public void Brand_levels(string lost, string said, string found, string written, string level) =>
        Assert.Equal(level, Make.Contribution("brand", Make.Claim(brand: lost, description: said), Make.Item(brand: found, description: written)).Level);

    [Theory]
    [InlineData("navy", "blue navy", "said-already")]
    [InlineData("red", "pink blue", "near")]
    [InlineData("red", "red", "agrees")]
    [InlineData("yellow", "black", "said-already")]
    [InlineData("yellow", "", "none")]
    [InlineData("", "black", "none")]
    public void A_photo_counts_only_where_the_recorded_colours_leave_a_doubt(string lost, string seen, string level) =>
        Assert.Equal(level, Make.Contribution("photo", Make.Claim(colours: lost), Make.Item(colours: "navy") with { PhotoColours = seen.Split(' ', StringSplitOptions.RemoveEmptyEntries) }).Level);

    [Fact]
    public void Where_staff_ticked_no_colour_the_photo_may_speak_against() =>
        Assert.Equal("differs", Make.Contribution("photo", Make.Claim(colours: "yellow"), Make.Item(colours: "") with { PhotoColours = ["navy"] }).Level);

    [Theory]
    [InlineData("carousel", "same")]
    [InlineData("teacups", "same-zone")]
    [InlineData("log-flume", "elsewhere")]
    [InlineData("", "unknown")]
    public void Place_levels(string places, string level) =>
        Assert.Equal(level, Make.Contribution("place", Make.Claim(places: places), Make.Item()).Level);

    [Fact]
    public void A_place_the_map_does_not_know_is_unknown() =>
        Assert.Equal("unknown", Make.Contribution("place", Make.Claim(), Make.Item(place: "moon")).Level);

    private static string LevelOf(DateTime? from, DateTime? to, DateTime foundAt) => TimeComparison.Compare(
        new Window(Window.Seconds(from), Window.Seconds(to)), Window.Seconds(foundAt)).Level;
}
