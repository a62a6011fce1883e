using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

public sealed class SearchItemsTests : SignedInTest
{
    [Fact]
    public async Task With_nothing_registered_the_list_says_so()
    {
        var page = await Agent.OpenAsync("/items");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Nothing has been registered yet", page.Find(".empty-title")!.TextContent);
    }

    [Theory]
    [InlineData("café")]
    [InlineData("CAFE")]
    [InlineData("CAFÉ écharpe")]
    [InlineData("echarpe cafe")]
    [InlineData("red scarf jungle")]
    [InlineData("hermes scarf")]
    public async Task Words_are_found_in_any_order_case_and_accent(string words)
    {
        var scarf = await ScarfAsync();
        await Server.RegisterItemAsync(Agent);

        Assert.Equal([scarf.Id], await FoundAsync($"?q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task A_tag_is_found_as_it_is_printed_spoken_or_half_remembered()
    {
        var item = await Server.RegisterItemAsync(Agent);
        await ScarfAsync();

        foreach (var typed in new[] { item.Tag, TagCode.Display(item.Tag), item.Tag.ToLowerInvariant(), item.Tag[..6] })
            Assert.Equal([item.Id], await FoundAsync($"?q={Uri.EscapeDataString(typed)}"));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var scarf = await ScarfAsync();
        var knapsack = await Server.RegisterItemAsync(Agent);

        Assert.Equal([scarf.Id], await FoundAsync("?category=scarf"));
        Assert.Equal([knapsack.Id], await FoundAsync("?colour=navy"));
        Assert.Equal([knapsack.Id], await FoundAsync("?place=gift-emporium"));
        Assert.Equal(2, (await FoundAsync("?status=InStorage")).Count);
        Assert.Empty(await FoundAsync("?status=HandedOver"));
        Assert.Empty(await FoundAsync("?category=scarf&colour=navy"));
    }

    [Fact]
    public async Task The_newest_stand_first_and_the_rest_on_further_pages()
    {
        for (var i = 0; i < ItemLimits.SearchPage + 1; i++)
        {
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", $"number {i}"));
        }

        var first = await Agent.OpenAsync("/items?colour=navy");
        var second = await Agent.OpenAsync(first.Find("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(ItemLimits.SearchPage, first.Document.QuerySelectorAll(".row-link").Length);
        Assert.Single(second.Document.QuerySelectorAll(".row-link"));
        Assert.Contains("colour=navy", second.Address.Query, StringComparison.Ordinal);
        Assert.Contains($"{ItemLimits.SearchPage + 1} items fit", first.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mochila")]
    [InlineData("sac à dos")]
    [InlineData("リュック")]
    [InlineData("Rucksäcke")]
    [InlineData("حقيبة ظهر")]
    [InlineData("mochila azul marino")]
    [InlineData("backpak")]
    public async Task The_same_thing_named_in_another_language_or_misspelt_is_found_and_said_to_be(string words)
    {
        var knapsack = await Server.RegisterItemAsync(Agent);
        await ScarfAsync();

        var page = await Agent.OpenAsync($"/items?q={Uri.EscapeDataString(words)}");

        Assert.Equal([knapsack.Id], Found(page));
        Assert.Contains("in other words", page.Find("#meaning-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_note_means_is_found_in_another_language_too()
    {
        await Server.RegisterItemAsync(Agent);
        var umbrella = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("category", "umbrella").With("description", "folding, with little foxes on it"));

        Assert.Equal([umbrella.Id], await FoundAsync("?q=renard"));
    }

    [Fact]
    public async Task Items_with_the_typed_words_stand_before_the_same_in_other_words()
    {
        var plain = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", ""));
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        var named = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", "a rucksack, really"));
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        var newest = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", ""));

        Assert.Equal([named.Id, newest.Id, plain.Id], await FoundAsync("?q=rucksack"));
    }

    [Fact]
    public async Task A_word_in_the_middle_of_a_text_without_spaces_is_found()
    {
        var item = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", "底に山田太郎と書いてある"));
        await ScarfAsync();

        Assert.Equal([item.Id], await FoundAsync("?q=" + Uri.EscapeDataString("山田太郎")));
        Assert.Empty(await FoundAsync("?q=" + Uri.EscapeDataString("田山")));
    }

    [Fact]
    public async Task When_nothing_says_a_word_one_slip_away_is_tried_and_the_page_says_so()
    {
        var item = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("description", "belongs to Przybylski"));
        await ScarfAsync();

        var page = await Agent.OpenAsync("/items?q=przybilski");

        Assert.Equal([item.Id], Found(page));
        Assert.Contains("Nothing says “przybilski”. This is what says “przybylski”.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await FoundAsync("?q=nothing-like-it"));
    }

    [Fact]
    public async Task A_tag_is_found_by_the_end_that_somebody_read_out()
    {
        var item = await Server.RegisterItemAsync(Agent);
        await ScarfAsync();

        Assert.Equal([item.Id], await FoundAsync($"?q={item.Tag[4..]}"));
    }

    [Fact]
    public async Task Bin_and_day_of_finding_narrow_the_list()
    {
        var binned = await Server.RegisterItemAsync(Agent);
        var earlier = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("bin", "").With("found-date", "2026-07-01"));

        Assert.Equal([binned.Id], await FoundAsync("?bin=A1"));
        Assert.Equal([earlier.Id], await FoundAsync("?to=2026-07-03"));
        Assert.Equal([binned.Id], await FoundAsync("?from=2026-07-02"));
        Assert.Equal([binned.Id], await FoundAsync("?q=navy&from=2026-07-04&to=2026-07-04"));
        Assert.Equal([earlier.Id, binned.Id], await FoundAsync("?q=navy&from=2026-03-01&to=2026-12-31"));
        Assert.Empty(await FoundAsync("?from=2026-07-09&to=2026-07-04"));
    }

    [Theory]
    [InlineData("00:10")]
    [InlineData("23:50")]
    public async Task A_day_is_the_venues_own_whatever_day_it_is_in_utc(string time)
    {
        var item = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("found-date", "2026-07-02").With("found-time", time));

        Assert.Equal([item.Id], await FoundAsync("?q=navy&from=2026-07-02&to=2026-07-02"));
        Assert.Empty(await FoundAsync("?q=navy&from=2026-07-01&to=2026-07-01"));
        Assert.Empty(await FoundAsync("?q=navy&from=2026-07-03&to=2026-07-03"));
    }

    [Fact]
    public async Task An_item_is_found_as_it_is_now_not_as_it_was()
    {
        var item = await Server.RegisterItemAsync(Agent);

        await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/amend"), "form#amend", ("description", "turned out to be a unicorn"));

        Assert.Equal([item.Id], await FoundAsync("?q=unicorn"));
        Assert.Equal([item.Id], await FoundAsync("?q=" + Uri.EscapeDataString("licorne")));
        Assert.Empty(await FoundAsync("?q=caricature"));
    }

    [Fact]
    public async Task The_results_alone_are_there_for_the_script()
    {
        var item = await Server.RegisterItemAsync(Agent);

        var page = await Agent.OpenAsync("/items/results?q=backpack");

        Assert.Equal([item.Id], Found(page));
        Assert.Null(page.Find("form[role=search]"));
    }

    [Theory]
    [InlineData("?page=99999")]
    [InlineData("?page=-3")]
    [InlineData("?page=abc&status=nonsense&category=%00&q=%25_'%22")]
    [InlineData("?q=%22)%20OR%20NOT%20NEAR(*&from=9999-12-31&to=0001-01-01&bin=%22")]
    [InlineData("?q=%F0%9F%A6%8A%20*%20-")]
    [InlineData("?status=17")]
    public async Task Odd_addresses_still_show_a_list(string query)
    {
        await ScarfAsync();

        Assert.Equal(HttpStatusCode.OK, (await Agent.OpenAsync("/items" + query)).Status);
    }

    private Task<Item> ScarfAsync() => Server.RegisterItemAsync(Agent,
        AtTheKiosk.Knapsack.With("category", "scarf").With("colours", "red").With("brand", "Hermès").With("description", "Écharpe en soie").With("place", "jungle-cafe"));

    private async Task<List<Guid>> FoundAsync(string query) => Found(await Agent.OpenAsync("/items" + query));

    private static List<Guid> Found(Page page) =>
        [.. page.Document.QuerySelectorAll(".row-link").Select(a => Guid.Parse(a.GetAttribute("href")!["/items/".Length..]))];
}
