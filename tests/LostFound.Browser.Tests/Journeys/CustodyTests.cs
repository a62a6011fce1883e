using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>Cash under two people's eyes, and the end of what nobody came for.</summary>
public sealed class CustodyTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Two_people_count_a_purse_on_one_device_and_seal_it()
    {
        await Server.AddStaffAsync(StaffRole.Agent, "Tom");
        var purse = await AddAsync("wallet");
        var desk = await StaffAsync();
        await desk.Page.GotoAsync($"/items/{purse.Id}");
        await desk.Visitor.LookAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Count and seal" }).ClickAsync();

        await CountAsync(desk);
        await Expect(desk.Page.Locator("[data-cash-ask]")).ToHaveCountAsync(0);
        await desk.Page.GetByLabel("Seal number").FillAsync("LB-1001");
        await desk.Page.GetByLabel("Safe").SelectOptionAsync("S1");
        await desk.Visitor.LookAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Now a second person counts" }).ClickAsync();

        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("Second count");
        await Expect(desk.Page.GetByLabel("£50", new() { Exact = true })).ToHaveValueAsync("");
        await desk.Visitor.LookAsync();
        await CountAsync(desk);
        await desk.Page.GetByLabel("Who counted now").SelectOptionAsync(new SelectOptionValue { Label = "Tom" });
        await desk.Page.GetByLabel("Their PIN").FillAsync(StaffBrowser.Pin);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Compare and seal" }).ClickAsync();

        await Expect(desk.Page.Locator(".facts")).ToContainTextAsync("£1,065.20, under seal LB-1001");
        await desk.Visitor.LookAsync();
    }

    [Fact]
    public async Task Food_is_thrown_away_from_the_list_of_what_is_due()
    {
        await AddAsync("lunch-box");
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/items/due");
        await desk.Visitor.LookAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Dispose of" }).ClickAsync();
        await desk.Visitor.LookAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "It is done" }).ClickAsync();

        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Nothing is due today");
        await desk.Visitor.LookAsync();
    }

    private Task<Item> AddAsync(string category) => Server.AddItemAsync(item =>
    {
        item.Category = category;
        return item;
    });

    private static async Task CountAsync(Staff desk)
    {
        foreach (var (piece, count) in new[] { ("£50", "21"), ("£5", "3"), ("£0.20", "1") })
            await desk.Page.GetByLabel(piece, new() { Exact = true }).FillAsync(count);
        await Expect(desk.Page.Locator("[data-cash-sum]")).ToHaveTextAsync("£1,065.20");
    }
}
