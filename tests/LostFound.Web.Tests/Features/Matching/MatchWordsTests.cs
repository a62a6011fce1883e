using LostFound.Matching;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Configuration;
using Xunit;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Tests.Features.Matching;

public sealed class MatchWordsTests
{
    private static readonly VenueConfig Venue = VenueFolder.ShippedConfig();

    public static TheoryData<string, string> EveryLevel()
    {
        var all = new TheoryData<string, string>();
        foreach (var (comparison, levels) in MatchingModel.Default.Levels)
        {
            foreach (var level in levels.Keys)
                all.Add(comparison, level);
        }
        foreach (var level in new[] { "silent", "none", "shared", "rare-shared" })
            all.Add("words", level);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryLevel))]
    public void Every_finding_is_said_in_plain_words(string comparison, string level)
    {
        var words = MatchWords.Of(new Contribution(comparison, level, 1, "the library's own sentence"), SomeClaim, SomeItem, Venue);

        Assert.NotEmpty(words);
        Assert.True(char.IsUpper(words[0]), words);
        Assert.DoesNotContain(SomeItem.Place, words, StringComparison.Ordinal);
        Assert.DoesNotContain(level.Contains('-', StringComparison.Ordinal) ? level : "\0", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_comparison_that_the_library_makes_is_explained_without_keys()
    {
        var matcher = new Matcher(VenueModel.Of(Venue), VenueModel.PlacesOf(Venue));
        matcher.Upsert(SomeItem.ForMatching());
        var score = matcher.Score(SomeClaim.ForMatching(), SomeItem.ForMatching())!;

        Assert.All(score.Contributions, part =>
        {
            var words = MatchWords.Of(part, SomeClaim, SomeItem, Venue);
            Assert.NotEmpty(words);
            Assert.DoesNotContain(SomeItem.Place, words, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(0.99999, "99 %")]
    [InlineData(0.00001, "1 %")]
    [InlineData(0.425, "43 %")]
    public void No_percentage_claims_certainty(double probability, string shown) => Assert.Equal(shown, MatchWords.Percent(probability));

    private static string PlaceKey => Venue.Places.First(place => place.Key.Contains('-', StringComparison.Ordinal)).Key;

    private static Item SomeItem => new()
    {
        Id = Guid.NewGuid(), Tag = "", Category = "backpack", Colours = ["navy"], Brand = "Deuter", Description = "A navy backpack", Place = PlaceKey,
        FoundAt = new DateTime(2026, 7, 4, 13, 0, 0, DateTimeKind.Utc), RegisteredAt = default, Desk = "main", SearchText = "",
    };

    private static Claim SomeClaim => new()
    {
        Id = Guid.NewGuid(), Reference = "", TokenHash = [], Category = "handbag", Colours = ["black"], Description = "my bag", Places = [PlaceKey],
        LostFrom = new DateTime(2026, 7, 4, 12, 0, 0, DateTimeKind.Utc), Contact = [], Language = "en", FiledAt = default,
    };
}
