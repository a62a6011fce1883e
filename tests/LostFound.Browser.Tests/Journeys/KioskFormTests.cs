using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>The kiosk's form in the hands of somebody in a hurry.</summary>
public sealed class KioskFormTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Whatever a common item needs lies between the bar above and the bar below.</summary>
    private const string OutOfSight = """
        () => {
          const [top, bottom] = [document.querySelector(".staff-bar").getBoundingClientRect().bottom, document.querySelector(".kiosk-bar").getBoundingClientRect().top];
          return [...document.querySelectorAll("[data-shutter], .likely label, .all-kinds > summary, .chip, .where > summary, .folds > *")]
            .filter((part) => { const box = part.getBoundingClientRect(); return box.top < top || box.bottom > bottom; })
            .map((part) => part.textContent.trim());
        }
        """;

    private const string TooSmall = """
        () => [...document.querySelectorAll("form[data-kiosk] :is(button, label.choice, summary, select, .inside-face, input:not([type=hidden], [type=radio], [type=checkbox], [type=file]))")]
          .filter((part) => part.checkVisibility())
          .map((part) => ({ part, box: part.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 47.5 || box.width < 47.5)
          .map(({ part, box }) => `${part.className || part.tagName} ${part.textContent.trim().slice(0, 20)} ${Math.round(box.width)} x ${Math.round(box.height)}`)
        """;

    [Fact]
    public async Task Everything_a_common_item_needs_is_in_sight_at_once_and_large_enough()
    {
        var desk = await OpenAsync();
        await desk.TakePhotoAsync();
        await Expect(desk.Page.Locator("[data-proposed] label").First).ToBeVisibleAsync();

        Assert.Empty(await desk.Page.EvaluateAsync<string[]>(OutOfSight));
        foreach (var fold in await desk.Page.Locator("details.fold > summary").AllAsync())
            await fold.ClickAsync();
        Assert.Empty(await desk.Page.EvaluateAsync<string[]>(TooSmall));
        await desk.Visitor.LookAsync();
    }

    [Theory]
    [InlineData("Kinderwagen", "stroller")]
    [InlineData("paraguas", "umbrella")]
    [InlineData("帽子", "cap", "hat")]
    [InlineData("dentu", "dental")]
    public async Task A_kind_is_found_by_its_name_in_any_language_from_the_keyboard(string typed, params string[] kinds)
    {
        var desk = await OpenAsync();

        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.Locator("#find-kind").FillAsync(typed);
        await Expect(desk.Page.Locator($"label:has(> input[name=category][value='{kinds[0]}'])")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        var chosen = await desk.Page.Locator("input[name=category]:checked").GetAttributeAsync("value");
        Assert.Contains(chosen, kinds);
        Assert.Equal("/kiosk", new Uri(desk.Page.Url).AbsolutePath);
        await Expect(desk.Page.Locator("#find-kind")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_misspelt_brand_is_completed_by_keys_alone_and_what_was_typed_otherwise_stays()
    {
        var desk = await OpenAsync();
        await desk.Page.Keyboard.PressAsync("m");
        await Expect(desk.Page.Locator("#brand")).ToBeFocusedAsync();

        await desk.Page.Keyboard.TypeAsync("addida", new() { Delay = 60 });
        await Expect(desk.Page.Locator("#brand-list [role=option]").First).ToHaveTextAsync("Adidas");
        await desk.Visitor.LookAsync();
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(desk.Page.Locator("#brand")).ToHaveAttributeAsync("aria-activedescendant", "brand-list-0");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#brand")).ToHaveValueAsync("Adidas");
        await Expect(desk.Page.Locator("#brand-list")).ToBeHiddenAsync();

        await desk.Page.Locator("#brand").FillAsync("Adidass & Sons");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.Locator("#brand")).ToHaveValueAsync("Adidass & Sons");
    }

    [Fact]
    public async Task Brands_and_names_seen_once_are_there_without_a_network()
    {
        var desk = await OpenAsync();
        await desk.Page.WaitForFunctionAsync("async () => (await caches.match('/kiosk/words')) !== undefined");
        desk.Visitor.Watch.Expect("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
        await desk.Page.RouteAsync("**/kiosk/words", route => route.AbortAsync());
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".keys-on")).ToHaveCountAsync(1);

        await desk.Page.Keyboard.PressAsync("m");
        // A key waits a moment, in case it is the first of a scan.
        await Expect(desk.Page.Locator("#brand")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("nikke", new() { Delay = 60 });

        await Expect(desk.Page.Locator("#brand-list [role=option]").First).ToHaveTextAsync("Nike");
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_spot_in_the_servers_words_and_nothing_is_sent()
    {
        var desk = await OpenAsync();
        var posts = new List<string>();
        desk.Page.Request += (_, request) => { if (request.Method == "POST" && request.Url.EndsWith("/items", StringComparison.Ordinal)) posts.Add(request.Url); };
        await desk.Page.Keyboard.PressAsync("w");
        await desk.Page.Locator("#found").FillAsync("2026-07-05");

        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.Locator(".error-summary li")).ToHaveTextAsync([ItemWords.ChooseCategory, ItemWords.FoundInFuture]);
        await Expect(desk.Page.Locator(".where[open] .field-error")).ToHaveTextAsync(ItemWords.FoundInFuture);
        Assert.Empty(posts);
        await desk.Visitor.LookAsync();
    }

    [Fact]
    public async Task A_scan_neither_types_into_a_field_nor_presses_a_key_nor_sends_the_form()
    {
        var desk = await OpenAsync();
        var known = await Server.AddItemAsync();
        await ScanAsync(desk, known.Tag);
        await Expect(desk.Page.Locator("input[name=category]:checked")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".shot")).ToHaveCountAsync(0);

        await desk.Page.Keyboard.PressAsync("m");
        await desk.Page.Locator("#brand").FillAsync("Nike");
        await ScanAsync(desk, known.Tag);
        await Expect(desk.Page.Locator("#brand")).ToHaveValueAsync("Nike");
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Items.CountAsync()));
    }

    /// <summary>The item opens over the form, which stands as it was when it is closed.</summary>
    private static async Task ScanAsync(Staff desk, string tag)
    {
        await desk.ScanByWedgeAsync(tag);
        await desk.ScannedAsync(tag);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the page" }).ClickAsync();
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_off()
    {
        var desk = await OpenAsync();
        await desk.Page.Locator("[data-keys] > summary").ClickAsync();
        await desk.Visitor.LookAsync();
        await desk.Page.Locator("[data-keys-use]").UncheckAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.ReloadAsync();

        await desk.Page.Keyboard.PressAsync("1");

        await Expect(desk.Page.Locator("input[name=category]:checked")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".keys-on")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_comes_back_with_every_filled_fold_open_and_starting_over_is_for_good()
    {
        var desk = await OpenAsync();
        await desk.Page.Keyboard.PressAsync("i");
        await desk.Page.Locator("[data-kind='bottle'] .inside-face").ClickAsync();
        await desk.Page.Locator("[name='inside-note-bottle']").FillAsync("steel");
        await desk.Page.ReloadAsync();

        await Expect(desk.Page.Locator("[data-draft]")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[name='inside-note-bottle']")).ToHaveValueAsync("steel");
        await Expect(desk.Page.Locator("[name='inside-note-bottle']")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[data-contents-said]")).ToHaveTextAsync("Bottle or cup");
        await Expect(desk.Page.Locator(".more[open]")).ToHaveCountAsync(0);
        await desk.Page.Locator("[data-start-over]").ClickAsync();
        await Expect(desk.Page.Locator("[data-draft]")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("[name='inside-note-bottle']")).ToHaveValueAsync("");
    }

    private async Task<Staff> OpenAsync()
    {
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/kiosk");
        // The script is there when it has said how to use the keys.
        await Expect(desk.Page.Locator(".keys-on")).ToHaveCountAsync(1);
        return desk;
    }
}
