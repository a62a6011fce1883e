using System.Net;
using System.Text.Json;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>What the kiosk's form begins with, and what its script may ask for.</summary>
public sealed class KioskPageTests : SignedInTest
{
    [Fact]
    public async Task A_new_desk_is_offered_what_visitors_lose_most_and_every_other_kind_once()
    {
        var page = await Agent.OpenAsync("/kiosk");

        var likely = Likely(page);
        Assert.Equal(LikelyKinds.Shown, likely.Count);
        Assert.Subset(likely.ToHashSet(), new HashSet<string> { "backpack", "phone", "wallet", "keys" });
        var all = page.Document.QuerySelectorAll("input[name=category]").Select(tile => tile.GetAttribute("value")).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Contains("dental", all);
        Assert.Equal("category", page.Find("input[name=category]")!.Id);
    }

    [Fact]
    public async Task What_this_desk_registered_lately_comes_first_and_fades()
    {
        for (var i = 0; i < 3; i++)
            await RegisterAtAsync("main", "umbrella", "dental");
        await RegisterAtAsync("harbour", "musical-instrument");

        var today = Likely(await Agent.OpenAsync("/kiosk"));
        Server.Clock.Advance(TimeSpan.FromDays(30));
        using var back = await Server.SignInAsync();
        var later = Likely(await back.OpenAsync("/kiosk"));

        Assert.Subset(today.ToHashSet(), new HashSet<string> { "umbrella", "dental" });
        Assert.DoesNotContain("musical-instrument", today);
        Assert.DoesNotContain("dental", later);
    }

    [Fact]
    public async Task The_first_items_place_is_the_desks_own_and_says_so()
    {
        using var harbour = await Server.SignInAsync(staffName: "Tom", deviceName: "Harbour 1", desk: "harbour");

        var first = await harbour.OpenAsync("/kiosk");
        Assert.NotNull(first.Find("input[name=place][value=photo-studio][checked]"));
        Assert.Contains("now (this desk)", first.Find(".where summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(first.Find("details.where[open]"));

        await harbour.SendAsync(first, "form#register", AtTheKiosk.Knapsack.With("bin", ""));
        Assert.Contains("Found at Lantern Gift Emporium, now (like the last one)", (await harbour.OpenAsync("/kiosk")).Find(".where summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folds_are_closed_on_a_new_form_and_open_where_something_is_typed_or_wrong()
    {
        Assert.Empty((await Agent.OpenAsync("/kiosk")).Document.QuerySelectorAll("details.fold[open]"));

        var refused = await Agent.RegisterAsync(AtTheKiosk.Knapsack.With("place", "").With("category", "dental"));

        Assert.NotNull(refused.Find("details.where[open] .field-error"));
        Assert.NotNull(refused.Find("details.more[open] [name=brand]"));
        Assert.NotNull(refused.Find("details.all-kinds[open] input[value=dental][checked]"));
        Assert.Null(refused.Find("details.inside-fold[open]"));
    }

    [Fact]
    public async Task One_more_of_the_same_keeps_kind_colours_place_time_and_bin_and_nothing_else()
    {
        var item = await Server.RegisterItemAsync(Agent, [.. AtTheKiosk.Knapsack, ("inside-count-bottle", "2")]);
        Server.Clock.Advance(TimeSpan.FromMinutes(10));
        var label = await Agent.OpenAsync($"/items/{item.Id}/label?new=1");

        var page = await Agent.OpenAsync(label.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Same again").GetAttribute("href")!);

        Assert.NotNull(page.Find("input[name=category][value=backpack][checked]"));
        Assert.Equal(["beige", "navy"], page.Document.QuerySelectorAll("input[name=colours][checked]").Select(c => c.GetAttribute("value")).Order());
        Assert.NotNull(page.Find("input[name=place][value=gift-emporium][checked]"));
        Assert.Equal("14:30", page.Find("[name=found-time]")!.GetAttribute("value"));
        Assert.NotNull(page.Find("[name=bin] option[value=A1][selected]"));
        Assert.Equal("", page.Find("[name=brand]")!.GetAttribute("value") ?? "");
        Assert.Equal("", page.Find("[name=notes]")!.TextContent);
        Assert.True(string.IsNullOrEmpty(page.Find("[name=inside-count-bottle]")!.GetAttribute("value")));
        Assert.Contains("Same again: Backpack", page.Find("[data-same-again]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        var next = await Agent.SendAsync(page, "form#register");
        Assert.EndsWith("/label", next.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(2, await Server.ItemCountAsync());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("5f3b1d2a-0000-4000-8000-000000000000")]
    public async Task The_same_as_nothing_is_a_new_form(string same)
    {
        var page = await Agent.OpenAsync($"/kiosk?same={same}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Find("[data-same-again]:not([hidden])"));
        Assert.Null(page.Find("input[name=category][checked]"));
    }

    [Fact]
    public async Task The_page_brings_the_servers_words_for_what_is_missing()
    {
        var form = (await Agent.OpenAsync("/kiosk")).Find("form#register")!;

        Assert.Equal(ItemWords.ChooseCategory, form.GetAttribute("data-say-category"));
        Assert.Equal(ItemWords.FoundInFuture, form.GetAttribute("data-say-future"));
        Assert.Equal("2026-07-04T15:00", form.GetAttribute("data-now"));
    }

    [Fact]
    public async Task The_words_are_sent_once_and_not_again_while_they_stay_the_same()
    {
        await Server.RegisterItemAsync(Agent);
        using var first = await Agent.Http.GetAsync("/kiosk/words");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/kiosk/words");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Agent.Http.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        var words = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("Regenschirm", words.GetProperty("kinds").GetProperty("umbrella").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("Fjällräven", words.GetProperty("brands")[0][0].GetString());
    }

    [Fact]
    public async Task Only_signed_in_staff_get_the_words()
    {
        using var guest = Server.NewBrowser();

        Assert.StartsWith("/sign-in", (await guest.OpenAsync("/kiosk/words")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Brands_met_here_come_first_as_staff_write_them_and_misspellings_join_their_brand()
    {
        var brands = KioskWords.Brands(["addidas", "NIKE", "Nike", "Nike", "Loopy & Sons"]);

        Assert.Equal(["Nike", "Adidas", "Loopy & Sons"], brands.Take(3).Select(brand => brand[0]));
        Assert.Contains("addidas", brands[1]);
        Assert.Single(brands, brand => brand[0].Equals("adidas", StringComparison.OrdinalIgnoreCase));
    }

    private async Task RegisterAtAsync(string desk, params string[] kinds)
    {
        foreach (var kind in kinds)
            await Server.AddItemAsync(item => Like(item, kind, desk));
    }

    private static Item Like(Item item, string kind, string desk)
    {
        (item.Category, item.Desk) = (kind, desk);
        return item;
    }

    private static List<string> Likely(Page page) =>
        [.. page.Document.QuerySelectorAll("[data-likely] input[name=category]").Select(tile => tile.GetAttribute("value")!)];
}
