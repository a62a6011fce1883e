using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

public class VocabularyTests
{
    private static readonly Vocabulary Venue = Vocabulary.For(
    [
        new(VenueTermKind.Category, "skip-pass", "Skip pass or Flizzer"),
        new(VenueTermKind.Category, "skip-pass", "Flitzkarte", "de"),
        new(VenueTermKind.Category, "other", "Something else"),
        new(VenueTermKind.Colour, "coral", "Coral"),
        new(VenueTermKind.Colour, "park-mint", "Glimmer"),
        new(VenueTermKind.Place, "dragon-falls", "Dragon Falls"),
        new(VenueTermKind.Place, "dragon-falls", "ドラゴンの滝", "ja"),
        new(VenueTermKind.Place, "bakery", "Crumb & Co"),
        new(VenueTermKind.Place, "carousel-2", "The Carousel"),
        new(VenueTermKind.Place, "grotto", "Grotto"),
        new(VenueTermKind.Place, "mirror", "Mirror"),
    ]);

    [Theory]
    [InlineData("en", "my flizzer")]
    [InlineData("fr", "mon skip pass")]
    [InlineData("de", "eine Flitzkarte")]
    public void A_venues_category_is_known_by_its_names_and_the_words_of_its_key(string language, string text) =>
        Assert.Contains("skip-pass", Venue.Read(text, language).Things);

    [Fact]
    public void A_name_in_one_language_is_not_read_in_another() => Assert.Empty(Venue.Read("Flitzkarte", "fr").Things);

    [Fact]
    public void The_catch_all_is_no_thing() => Assert.Empty(Venue.Read("something else, other", "en").Things);

    [Fact]
    public void A_venues_colour_takes_its_word_from_the_lexicons()
    {
        Assert.Equal(["coral"], Venue.Read("coral", "en").Colours);
        Assert.Equal(["orange"], Vocabulary.Default.Read("coral", "en").Colours);
        Assert.Equal(["park-mint"], Venue.Read("glimmer", "nl").Colours);
    }

    [Theory]
    [InlineData("en", "lost on Dragon Falls", "dragon-falls")]
    [InlineData("es", "en dragon falls", "dragon-falls")]
    [InlineData("ja", "ドラゴンの滝で失くした", "dragon-falls")]
    [InlineData("en", "at Crumb and Co", "bakery")]
    [InlineData("en", "near the carousel", "carousel-2")]
    [InlineData("en", "the grotto", "grotto")]
    public void A_place_is_known_by_its_name(string language, string text, string place)
    {
        // "&" is no word, so both ways of writing it have to come to the same.
        Assert.Equal([place], Venue.Read(text.Replace("Crumb and Co", "Crumb & Co", StringComparison.Ordinal), language).Places);
    }

    [Theory]
    [InlineData("at the bakery")]
    [InlineData("a mirror")]
    [InlineData("a dragon")]
    public void A_word_that_means_something_else_is_no_place(string text) => Assert.Empty(Venue.Read(text, "en").Places);

    [Fact]
    public void The_name_of_a_place_says_nothing_about_the_thing_but_may_be_shared()
    {
        var reading = Venue.Read("plush from Dragon Falls", "en");
        Assert.DoesNotContain("#dragon", reading.Features);
        Assert.Contains("dragon-falls", reading.Words);
    }

    [Fact]
    public void The_lexicon_still_works_beside_a_venues_words()
    {
        var plain = new PlainReader("en");
        foreach (var item in Benchmark.Items.Take(60))
            Assert.Equal(plain.Read(item.Description).Features.Order(), Venue.Read(item.Description, "en").Features.Order());
    }

    [Fact]
    public void Names_of_nothing_and_of_endless_length_do_no_harm()
    {
        var odd = Vocabulary.For(
        [
            new(VenueTermKind.Place, "a", " ,/ "), new(VenueTermKind.Category, "", "Nameless"), new(VenueTermKind.Colour, "x", "!?"),
            new(VenueTermKind.Place, "endless", string.Join(' ', Enumerable.Repeat("very", 5000))), new(VenueTermKind.Place, "the", "The"),
        ]);
        Assert.Contains("wallet", odd.Read("the very very wallet", "en").Things);
    }

    [Fact]
    public void Without_a_venue_no_place_is_named() => Assert.Empty(Vocabulary.Default.Read("lost on dragon falls", "en").Places);
}
