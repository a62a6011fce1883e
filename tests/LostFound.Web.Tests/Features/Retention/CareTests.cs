using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Retention;

/// <summary>What a clerk is told while they have a delicate thing in their hands.</summary>
public sealed class CareTests(SignedInServer shared) : IClassFixture<SignedInServer>
{
    private readonly Browser maya = shared.Agent;

    [Fact]
    public async Task A_passport_outside_the_safe_is_flagged_wherever_it_shows()
    {
        var passport = await AddAsync("passport", bin: "A1");
        foreach (var address in new[] { $"/items/{passport.Id}", $"/scan?code={passport.Tag}" })
        {
            var page = await maya.OpenAsync(address);
            Assert.Contains("Sensitive. Keep in the safe: it is not in one now.", page.Text, StringComparison.Ordinal);
            Assert.Contains("Never copy or photograph the page with the person on it.", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(["Sensitive", "Keep in the safe"], BadgesOf(await maya.OpenAsync($"/items?q={passport.Tag}")));
        Assert.Contains(passport.Id.ToString(), (await maya.OpenAsync("/items/due")).Find("#safe-title")!.Closest("section")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_safe_it_is_sensitive_still_and_asks_for_nothing()
    {
        var passport = await AddAsync("passport", bin: "S2");
        var page = await maya.OpenAsync($"/items/{passport.Id}");
        Assert.Contains("Sensitive.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("it is not in one now", page.Text, StringComparison.Ordinal);
        Assert.Contains("Keep until Fri 10 Jul 2026, then: hand it to the police", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Sensitive"], BadgesOf(await maya.OpenAsync($"/items?q={passport.Tag}")));
        Assert.DoesNotContain(passport.Id.ToString(), (await maya.OpenAsync("/items/due")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_thing_has_its_day_and_no_flag()
    {
        var backpack = await AddAsync("backpack", bin: "A1");
        var page = await maya.OpenAsync($"/items/{backpack.Id}");
        Assert.Contains("Keep until Thu 1 Oct 2026, then: give it to charity", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find(".banner"));
        Assert.Empty(BadgesOf(await maya.OpenAsync($"/items?q={backpack.Tag}")));
    }

    [Fact]
    public async Task Registering_money_leads_on_to_counting_it_and_a_backpack_to_nothing_more()
    {
        var wallet = await maya.RegisterAsync(AtTheKiosk.Knapsack.With("category", "wallet").With("bin", ""));
        Assert.NotNull(wallet.Find("a[href$='/valuables']"));
        Assert.Null((await maya.RegisterAsync()).Find("a[href$='/valuables']"));
    }

    private Task<Item> AddAsync(string category, string bin) => shared.Server.AddItemAsync(item =>
    {
        (item.Category, item.Bin, item.SearchText, item.NeedsMatching) = (category, bin, item.Tag, false);
        return item;
    });

    private static List<string> BadgesOf(Page page) => [.. page.Document.QuerySelectorAll(".care-badges .badge").Select(badge => badge.TextContent.Trim())];
}
