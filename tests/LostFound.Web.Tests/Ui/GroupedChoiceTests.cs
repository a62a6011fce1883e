using Bunit;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Tests.Ui;

public sealed class GroupedChoiceTests : UiTest
{
    private static readonly ChoiceGroup[] Groups =
    [
        new("bags", "Bags", [new("backpack", "Backpack") { Emoji = "🎒" }, new("handbag", "Handbag") { Emoji = "👜" }]),
        new("keys", "Keys", [new("keys", "Keys") { Emoji = "🔑" }]),
    ];

    [Fact]
    public void Category_tiles_number_their_ids_across_groups()
    {
        var tiles = Render<CategoryTiles>(set => set.Add(it => it.Name, "kind").Add(it => it.Label, "What?").Add(it => it.Groups, Groups));
        Assert.Equal(["kind", "kind-2", "kind-3"], tiles.FindAll("input").Select(input => input.Id));
        Assert.Equal(["Bags", "Keys"], tiles.FindAll("section").Select(section => section.GetAttribute("aria-label")));
    }

    [Fact]
    public void Compact_category_tiles_open_only_the_group_that_holds_the_answer()
    {
        var tiles = Render<CategoryTiles>(set => set.Add(it => it.Name, "kind").Add(it => it.Label, "What?")
            .Add(it => it.Groups, Groups).Add(it => it.Value, "keys").Add(it => it.Compact, true));
        Assert.Equal([false, true], tiles.FindAll("details").Select(group => group.HasAttribute("open")));
        Assert.Equal("keys", tiles.Find("input[checked]").GetAttribute("value"));
    }

    [Fact]
    public void A_category_without_a_drawing_shows_the_devices_own_emoji()
    {
        var tiles = Render<CategoryTiles>(set => set.Add(it => it.Name, "kind").Add(it => it.Label, "What?").Add(it => it.Groups, Groups));
        Assert.EndsWith("#e1f392", tiles.Find("label use").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("👜", tiles.Find(".emoji-text").TextContent);
    }

    [Theory]
    [InlineData(true, "checkbox")]
    [InlineData(false, "radio")]
    public void A_place_picker_opens_the_zones_with_an_answer(bool multiple, string type)
    {
        var picker = Render<PlacePicker>(set => set.Add(it => it.Name, "place").Add(it => it.Label, "Where?")
            .Add(it => it.Zones, Groups).Add(it => it.Values, ["handbag"]).Add(it => it.Multiple, multiple));
        Assert.Equal([true, false], picker.FindAll("details").Select(zone => zone.HasAttribute("open")));
        Assert.All(picker.FindAll("input"), input => Assert.Equal(type, input.GetAttribute("type")));
        Assert.Equal("place-2", picker.Find("input[checked]").Id);
    }
}
