using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>A bag with what it holds is one record: counted at the kiosk, proof later, never a guest's to see.</summary>
public sealed class ItemContentsTests : SignedInTest
{
    private static readonly (string, string)[] BagWithBottles =
        [.. AtTheKiosk.Knapsack, ("inside-count-bottle", "2"), ("inside-note-bottle", "one is steel"), ("inside-count-sunglasses", "1"), ("inside-count-phone", "")];

    [Fact]
    public async Task What_was_counted_stays_with_the_bag_and_shows_on_its_page()
    {
        var item = await Server.RegisterItemAsync(Agent, BagWithBottles);

        Assert.Equal([new ContainedItem("sunglasses", 1, ""), new ContainedItem("bottle", 2, "one is steel")], item.Contents);
        var page = await Agent.OpenAsync($"/items/{item.Id}");
        Assert.Contains("2 × Bottle or cup (one is steel)", page.Find(".private .contents")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await Agent.OpenAsync("/items?q=steel")).Find($"a[href='/items/{item.Id}']"));
    }

    [Fact]
    public async Task Neither_the_label_nor_a_guest_sees_them()
    {
        var item = await Server.RegisterItemAsync(Agent, BagWithBottles);
        using var guest = Server.NewBrowser();

        Assert.DoesNotContain("steel", (await Agent.OpenAsync($"/items/{item.Id}/label")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("steel", (await guest.OpenAsync($"/t/{item.Tag}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("steel", (await guest.OpenAsync($"/items/{item.Id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counting_again_tells_old_and_new_and_asks_for_matching()
    {
        var item = await Server.RegisterItemAsync(Agent, BagWithBottles);
        var form = await Agent.OpenAsync($"/items/{item.Id}/amend");
        Assert.NotNull(form.Find("details.inside-fold[open]"));

        await Agent.SendAsync(form, "form#amend", ("inside-count-bottle", "3"), ("inside-count-sunglasses", "0"));

        Assert.Equal([new ContainedItem("bottle", 3, "one is steel")], (await Server.ItemAsync(item.Id)).Contents);
        Assert.Equal("Inside: Sunglasses, 2 × Bottle or cup (one is steel) → 3 × Bottle or cup (one is steel)", (await Server.CustodyAsync(item.Id))[^1].Note);
    }

    [Fact]
    public async Task Saving_the_same_contents_again_is_no_change()
    {
        var item = await Server.RegisterItemAsync(Agent, BagWithBottles);

        await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/amend"), "form#amend");

        Assert.Single(await Server.CustodyAsync(item.Id));
    }

    [Theory]
    [InlineData("inside-count-bottle", "many", "Bottle or cup: say how many")]
    [InlineData("inside-count-bottle", "100", "Bottle or cup: say how many")]
    [InlineData("inside-count-bottle", "-1", "Bottle or cup: say how many")]
    [InlineData("inside-count-spaceship", "1", "not in the list any more")]
    public async Task A_count_that_cannot_be_is_refused_and_stays_in_sight(string field, string value, string message)
    {
        var refused = await Agent.RegisterAsync([.. AtTheKiosk.Knapsack, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(message, refused.Find(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Find("details.inside-fold[open]"));
        Assert.Equal(0, await Server.ItemCountAsync());
        if (field == "inside-count-bottle")
            Assert.Equal(value, refused.Find($"[name={field}]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_note_alone_says_that_there_is_one_and_too_long_a_note_is_refused()
    {
        var item = await Server.RegisterItemAsync(Agent, [.. AtTheKiosk.Knapsack, ("inside-count-toy", ""), ("inside-note-toy", "a red car")]);
        var refused = await Agent.RegisterAsync([.. AtTheKiosk.Knapsack, ("inside-count-toy", "1"), ("inside-note-toy", new string('x', ItemLimits.ContentNote + 1))]);

        Assert.Equal([new ContainedItem("toy", 1, "a red car")], item.Contents);
        Assert.Contains($"can have {ItemLimits.ContentNote} characters", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_kinds_than_a_bag_holds_are_refused()
    {
        var page = await Agent.OpenAsync("/kiosk");
        var all = page.Document.QuerySelectorAll("[data-kind]").Take(ItemLimits.ContentKinds + 1).Select(kind => ($"inside-count-{kind.GetAttribute("data-kind")}", "1"));

        var refused = await Agent.SendAsync(page, "form#register", [.. AtTheKiosk.Knapsack, .. all]);

        Assert.Contains($"at most {ItemLimits.ContentKinds} kinds", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_names_what_is_inside_finds_that_bag_before_one_without()
    {
        var withBottles = await Server.AddItemAsync(item => { item.Contents = [new ContainedItem("bottle", 2, "")]; return item; });
        var without = await Server.AddItemAsync();
        var claim = await Server.AddClaimAsync("A backpack with two water bottles in it", brand: "");
        var index = Server.Services.GetRequiredService<MatchingIndex>();

        var (high, low) = (index.Score(claim, withBottles)!.Score, index.Score(claim, without)!.Score);

        Assert.True(high.Bits > low.Bits + 1, $"{high.Bits} bits with, {low.Bits} without");
        Assert.Contains(high.Contributions, part => part.Comparison == "words" && part.Bits > low.Contributions.Single(other => other.Comparison == "words").Bits);
    }
}
