using System.Text.Json;
using LostFound.Matching;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Matching;

namespace LostFound.Web.Tests.Configuration;

public class ShippedConfigTests
{
    public static TheoryData<string> Files => [.. VenueFolder.FileNames];

    [Fact]
    public void The_shipped_folder_is_good_and_complete()
    {
        var config = VenueFolder.ShippedConfig();

        Assert.Equal(34, config.Places.Count);
        Assert.Equal(7, config.Zones.Count);
        Assert.Equal(55, config.Categories.Count);
        Assert.Equal(20, config.Colours.Count);
        Assert.Equal("Lantern Bay Park", config.Venue.Name);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_is_plain_JSON_that_names_its_schema_for_editors(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(VenueFolder.Shipped, file)));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(VenueFolder.Shipped, FileNames.SchemaOf(file))));

        Assert.Equal("./" + FileNames.SchemaOf(file), json.RootElement.GetProperty("$schema").GetString());
        Assert.NotEmpty(schema.RootElement.GetProperty("description").GetString()!);
    }

    [Fact]
    public void Papers_cards_and_aids_are_sensitive_and_never_go_to_charity()
    {
        var config = VenueFolder.ShippedConfig();

        foreach (var key in new[] { "id-card", "passport", "bank-card", "hearing-aid", "medicine", "document" })
        {
            var category = config.Category(key);
            Assert.NotNull(category);
            Assert.True(category.Sensitive, key);
            Assert.NotEqual(Disposal.Charity, config.RetentionOf(category).Then);
        }
    }

    [Fact]
    public void Everything_is_found_by_its_key_and_an_unknown_key_finds_nothing()
    {
        var config = VenueFolder.ShippedConfig();

        Assert.Equal("Backpack", config.Category("backpack")?.Name);
        Assert.Equal("Harbour Ferris Wheel", config.Place("ferris-wheel")?.Name);
        Assert.Equal("harbour", config.ZoneOfPlace("ferris-wheel")?.Key);
        Assert.Equal("The Harbour", config.Zone("harbour")?.Name);
        Assert.Equal("Navy", config.Colour("navy")?.Name);
        Assert.Equal(BinKind.Safe, config.Bin("S1")?.Kind);
        Assert.Equal("guest-services", config.Desk("main")?.Place);
        Assert.All(config.BinsAt("harbour"), bin => Assert.StartsWith("H", bin.Code, StringComparison.Ordinal));
        Assert.Equal("backpack, handbag, tote, suitcase", string.Join(", ", config.CategoriesIn("bags").Select(category => category.Key)));
        Assert.Contains(config.ProofQuestionsFor(config.Category("backpack")!), question => question == "What is inside it?");

        Assert.Null(config.Category("dragon"));
        Assert.Null(config.Place("moon"));
        Assert.Null(config.Zone("moon"));
        Assert.Null(config.ZoneOfPlace("moon"));
        Assert.Null(config.Colour("plaid"));
        Assert.Null(config.Bin("Z9"));
        Assert.Null(config.Desk("moon"));
    }

    [Fact]
    public void Every_setting_that_a_schema_leaves_to_the_venue_is_known_to_the_program()
    {
        using var venue = new VenueFolder();
        venue.Replace("matching.json", "\"maxCandidates\": 10", """
            "weights": { "brand": { "same": 5.5 } }, "rarity": { "place": 0.5 }, "words": { "typoShare": 0.6 }, "limits": { "words": 8 },
            "fitted": { "on": "2026-11-22", "from": "1", "claims": 40, "heldOut": 20, "matched": 55, "ruledOut": 7 }, "maxCandidates": 10
            """);
        venue.Replace("venue.json", "{ \"open\": \"10:00\", \"close\": \"20:00\" }", "{ \"closed\": true }");

        var config = VenueFolder.Good(venue.Load());

        Assert.Equal("Place de l’Entrée", config.Place("entrance-plaza")?.Names?["fr"]);
        Assert.Equal(5.5, config.Matching.Weights?["brand"]["same"]);
        Assert.Equal(20, config.Matching.Fitted?.HeldOut);
        var (model, built) = (VenueModel.Of(config), MatchingModel.Default);
        Assert.Equal((5.5, built.Levels["brand"]["differs"]), (model.Levels["brand"]["same"], model.Levels["brand"]["differs"]));
        Assert.Equal((0.5, built.Rarity["kind"]), (model.Rarity["place"], model.Rarity["kind"]));
        Assert.Equal(built.Words with { TypoShare = 0.6 }, model.Words);
        Assert.Equal((8, built.Limits["kind"]), (model.Limits["words"], model.Limits["kind"]));
        Assert.True(config.Venue.OpeningHours.Monday.Closed);
    }
}
