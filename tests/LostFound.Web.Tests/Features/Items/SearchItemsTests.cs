using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

public sealed class SearchItemsTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Browser agent = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        agent = await server.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task With_nothing_registered_the_list_says_so()
    {
        var page = await agent.OpenAsync("/items");

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
        await server.RegisterItemAsync(agent);

        Assert.Equal([scarf.Id], await FoundAsync($"?q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task A_tag_is_found_as_it_is_printed_spoken_or_half_remembered()
    {
        var item = await server.RegisterItemAsync(agent);
        await ScarfAsync();

        foreach (var typed in new[] { item.Tag, TagCode.Display(item.Tag), item.Tag.ToLowerInvariant(), item.Tag[..6] })
            Assert.Equal([item.Id], await FoundAsync($"?q={Uri.EscapeDataString(typed)}"));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var scarf = await ScarfAsync();
        var knapsack = await server.RegisterItemAsync(agent);

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
            server.Clock.Advance(TimeSpan.FromSeconds(1));
            await server.RegisterItemAsync(agent, AtTheKiosk.Knapsack.With("description", $"number {i}"));
        }

        var first = await agent.OpenAsync("/items?colour=navy");
        var second = await agent.OpenAsync(first.Find("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(ItemLimits.SearchPage, first.Document.QuerySelectorAll(".row-link").Length);
        Assert.Single(second.Document.QuerySelectorAll(".row-link"));
        Assert.Contains("colour=navy", second.Address.Query, StringComparison.Ordinal);
        Assert.Contains($"{ItemLimits.SearchPage + 1} items fit", first.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=99999")]
    [InlineData("?page=-3")]
    [InlineData("?page=abc&status=nonsense&category=%00&q=%25_'%22")]
    [InlineData("?status=17")]
    public async Task Odd_addresses_still_show_a_list(string query)
    {
        await ScarfAsync();

        Assert.Equal(HttpStatusCode.OK, (await agent.OpenAsync("/items" + query)).Status);
    }

    private Task<Item> ScarfAsync() => server.RegisterItemAsync(agent,
        AtTheKiosk.Knapsack.With("category", "scarf").With("colours", "red").With("brand", "Hermès").With("description", "Écharpe en soie").With("place", "jungle-cafe"));

    private async Task<List<Guid>> FoundAsync(string query) =>
        [.. (await agent.OpenAsync("/items" + query)).Document.QuerySelectorAll(".row-link").Select(a => Guid.Parse(a.GetAttribute("href")!["/items/".Length..]))];
}
