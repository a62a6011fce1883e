using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;
using LostFound.Web.Photos.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>A photo's colours stand first at the kiosk, and the person still chooses.</summary>
public sealed class ColourProposalTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly FilePayload RedJacket = new() { Name = "jacket.jpg", MimeType = "image/jpeg", Buffer = DemoPhotos.Draw(3, "jacket", ["red"]) };

    [Fact]
    public async Task The_colours_of_a_photo_come_first_and_one_tap_takes_one()
    {
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/kiosk");
        var before = await OrderAsync(desk);

        await ChooseAsync(desk, RedJacket);

        await Expect(Proposed(desk).Locator("label").First).ToHaveTextAsync("Red");
        await Expect(desk.Page.Locator("[data-proposed-news]")).ToContainTextAsync("Colours in the photo: Red");
        Assert.Equal("red", (await OrderAsync(desk))[0]);
        await Expect(desk.Page.Locator($"input[name='{ItemFields.Colours}']:checked")).ToHaveCountAsync(0);
        await desk.Visitor.LookAsync();

        await Tiles.TickAsync(desk.Page, ItemFields.Colours, "red");
        await Expect(Red(desk)).ToBeCheckedAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove this photo" }).ClickAsync();
        await Expect(Proposed(desk)).ToBeHiddenAsync();
        await Expect(Red(desk)).ToBeCheckedAsync();
        Assert.Equal(before, await OrderAsync(desk));
    }

    [Fact]
    public async Task Without_a_network_nothing_is_proposed_and_nothing_is_in_the_way()
    {
        var desk = await StaffAsync();
        desk.Visitor.Watch.Expect("ERR_INTERNET_DISCONNECTED|error occurred when fetching the script");
        await desk.Page.GotoAsync("/kiosk");
        await desk.Visitor.Context.SetOfflineAsync(true);

        var failed = new TaskCompletionSource();
        desk.Page.RequestFailed += (_, request) =>
        {
            if (request.Url.EndsWith("/kiosk/colours", StringComparison.Ordinal))
                failed.TrySetResult();
        };
        await ChooseAsync(desk, RedJacket);
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await Expect(Proposed(desk)).ToBeHiddenAsync();
        await Tiles.TickAsync(desk.Page, ItemFields.Colours, "red");
        await Expect(Red(desk)).ToBeCheckedAsync();
    }

    private static async Task ChooseAsync(Staff desk, FilePayload photo)
    {
        await desk.Page.Locator($"#{ItemFields.Photos}").SetInputFilesAsync(photo);
        await Expect(desk.Page.Locator(".shot img")).ToHaveCountAsync(1);
    }

    private static ILocator Proposed(Staff desk) => desk.Page.Locator("[data-proposed]");

    private static ILocator Red(Staff desk) => desk.Page.Locator($"input[name='{ItemFields.Colours}'][value='red']");

    private static Task<string[]> OrderAsync(Staff desk) =>
        desk.Page.Locator($"input[name='{ItemFields.Colours}']").EvaluateAllAsync<string[]>("chips => chips.map(chip => chip.value)");
}
