using System.Diagnostics;
using LostFound.Browser.Tests.Browsing;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>A kiosk whose network is gone and whose battery is pulled out: nothing is lost, nothing is doubled.</summary>
public sealed class OfflineTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Items = 50;
    private const int BeforeTheKill = 30;
    private const int SlowLine = 60_000;

    // Two seconds on a kiosk; a machine that builds and tests at once gets more.
    private const int MostMillisecondsToStart = 10_000;

    private readonly Chromium chromium = chromium;

    /// <summary>Registers one item as a person does: a photo, the answers, the button. Returns the tag on the label.</summary>
    private const string RegisterOne = """
        async ({ number, finish }) => {
          const until = async (holds) => {
            for (const since = performance.now(); !holds(); await new Promise((go) => setTimeout(go, 5))) {
              if (performance.now() - since > 20_000) throw new Error(`Item ${number} waits for ${holds}: ${document.querySelector("form#register").innerText}`);
            }
          };
          const one = (selector) => document.querySelector(selector);
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [96, 72];
          const paint = canvas.getContext("2d");
          paint.fillStyle = `hsl(${number * 7} 80% 50%)`;
          paint.fillRect(0, 0, 96, 72);
          const photo = await new Promise((done) => canvas.toBlob(done, "image/png"));
          const files = new DataTransfer();
          files.items.add(new File([photo], "photo.png", { type: "image/png" }));
          const input = one("input[type=file]");
          input.files = files.files;
          input.dispatchEvent(new Event("change"));
          await until(() => document.querySelectorAll(".shot").length === 1);
          one("input[name=category][value=backpack]").click();
          one("input[name=place][value=bakery]").click();
          one("#description").value = `Knapsack number ${number}`;
          one("#notes").value = "Initials inside";
          one("[data-send]").click();
          if (!finish) return "";
          await until(() => !one("[data-label-panel]").hidden);
          const tag = one(".label-code").textContent;
          one("[data-next]").click();
          return tag;
        }
        """;

    private const string Open = """
        const open = () => new Promise((done) => { const asked = indexedDB.open("lostfound-outbox"); asked.onsuccess = () => done(asked.result); });
        const all = (store, what) => new Promise((done) => { const asked = store[what](); asked.onsuccess = () => done(asked.result); });
        """;

    /// <summary>Everything in the outbox, sealed bytes as characters, as somebody with the profile's files could read it.</summary>
    private const string ReadAll = $$"""
        async () => {
          {{Open}}
          const database = await open();
          const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? new TextDecoder("latin1").decode(value)
            : value && typeof value === "object" ? Object.values(value).map(text).join(" ") : String(value);
          let said = "";
          for (const name of database.objectStoreNames) said += text(await all(database.transaction(name).objectStore(name), "getAll"));
          return said;
        }
        """;

    /// <summary>Remembers what waits, so that it can be sent again as by a device that forgot that it was answered.</summary>
    private const string Remember = $$"""
        async () => {
          {{Open}}
          const database = await open();
          const [rows, photos] = ["waiting", "photos"].map((name) => database.transaction(name).objectStore(name));
          window.remembered = { rows: await all(rows, "getAll"), photos: await all(database.transaction("photos").objectStore("photos"), "getAll"), keys: await all(database.transaction("photos").objectStore("photos"), "getAllKeys") };
          return window.remembered.rows.length;
        }
        """;

    private const string PutBack = $$"""
        async () => {
          {{Open}}
          const change = (await open()).transaction(["waiting", "photos"], "readwrite");
          for (const row of window.remembered.rows) change.objectStore("waiting").put(row);
          window.remembered.photos.forEach((photo, at) => change.objectStore("photos").put(photo, window.remembered.keys[at]));
          await new Promise((done) => { change.oncomplete = done; });
          document.querySelector("[data-outbox]").dataset.waiting = "";
          dispatchEvent(new Event("online"));
        }
        """;

    [Fact]
    public async Task Fifty_items_registered_without_a_network_survive_a_kill_and_arrive_once()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var line = new Line(Server.Address);
        await using var kiosk = new OwnBrowser(chromium);
        var page = await kiosk.StartAsync();
        await EnrolAsync(page, line);
        // As on a kiosk that was enrolled some day before: a browser takes half a minute to write its cookies down.
        await kiosk.CloseAsync();
        page = await kiosk.StartAsync();
        await SignInAsync(page, line, maya.Name);
        await page.GotoAsync($"{line.Address}kiosk");
        await Expect(Outbox(page)).ToHaveAttributeAsync("data-codes", "200");
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");

        line.Cut();
        var tags = await RegisterAsync(page, 1, BeforeTheKill);
        await page.EvaluateAsync(RegisterOne, new { number = BeforeTheKill + 1, finish = false });
        await kiosk.KillAsync();

        page = await kiosk.StartAsync();
        await StartColdAsync(page, line);
        if (await WaitingAsync(page) == BeforeTheKill)
        {
            // The kill came before the item was in the box: it is back as a draft, or as nothing that was ever promised.
            if (await page.Locator("[data-start-over]").IsVisibleAsync())
                await page.Locator("[data-start-over]").ClickAsync();
            await Expect(page.Locator("[data-draft]")).ToBeHiddenAsync();
            await RegisterAsync(page, BeforeTheKill + 1, BeforeTheKill + 1);
        }
        tags.AddRange(await RegisterAsync(page, BeforeTheKill + 2, Items));
        await Expect(Outbox(page)).ToHaveAttributeAsync("data-waiting", "50");
        await Expect(page.Locator("[data-outbox-words]")).ToContainTextAsync($"No connection. {Items} items wait here");
        await Expect(page.Locator("[data-outbox-person]")).ToContainTextAsync("Maya, who signed in here last");
        var said = await page.EvaluateAsync<string>(ReadAll);
        Assert.DoesNotContain("Knapsack number", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Initials", said, StringComparison.Ordinal);

        Assert.Equal(Items, await page.EvaluateAsync<int>(Remember));
        line.Mend(SlowLine);
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await Expect(Outbox(page)).ToHaveAttributeAsync("data-waiting", "0", new() { Timeout = 2 * Patience.Milliseconds });
        for (var again = 0; again < 2; again++)
        {
            await page.EvaluateAsync(PutBack);
            await Expect(Outbox(page)).ToHaveAttributeAsync("data-waiting", "0", new() { Timeout = 2 * Patience.Milliseconds });
        }

        await AssertAllArrivedOnceAsync(tags);
        Assert.Empty(kiosk.Watch.Problems);
    }

    private async Task AssertAllArrivedOnceAsync(List<string> tags)
    {
        var items = await Server.Store.ReadAsync(db => db.Items.Include(i => i.Photos).ToListAsync());
        Assert.Equal(
            Enumerable.Range(1, Items).Select(number => $"Knapsack number {number}").Order(StringComparer.Ordinal),
            items.Select(i => i.Description).Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.Single(item.Photos));
        Assert.Equal(Items, items.Select(i => i.Photos[0].Hash).Distinct().Count());
        Assert.Equal(Items, items.Select(i => i.Tag).Distinct().Count());
        Assert.Subset(items.Select(i => i.Tag).ToHashSet(StringComparer.Ordinal), tags.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Tasks.CountAsync()));
        Assert.All(await Server.Store.ReadAsync(db => db.CustodyEvents.ToListAsync()), custody => Assert.Equal("Maya", custody.StaffName));
    }

    private static async Task StartColdAsync(IPage page, Line line)
    {
        Assert.True(line.IsCut);
        var since = Stopwatch.StartNew();
        await page.GotoAsync($"{line.Address}kiosk");
        await Expect(page.Locator("[data-outbox-words]")).ToContainTextAsync("wait here");
        Report($"The kiosk started with no network in {since.ElapsedMilliseconds} ms.");
        Assert.InRange(since.ElapsedMilliseconds, 0, MostMillisecondsToStart);
        await Expect(page.Locator(".staff-name")).ToHaveCountAsync(0);
    }

    private async Task EnrolAsync(IPage page, Line line)
    {
        await page.GotoAsync($"{line.Address}enrol/{await Server.AddEnrolmentCodeAsync("Kiosk 2")}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enrol this device" }).ClickAsync();
        await Expect(page.Locator("a.person").First).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, Line line, string name)
    {
        await page.GotoAsync($"{line.Address}sign-in");
        await page.Locator("a.person").Filter(new() { HasText = name }).ClickAsync();
        await page.Locator("input[name=pin]").FillAsync(StaffBrowser.Pin);
        await page.Locator("input[name=pin]").PressAsync("Enter");
        await Expect(page.Locator(".staff-name")).ToHaveTextAsync(name);
    }

    private static async Task<List<string>> RegisterAsync(IPage page, int from, int to)
    {
        var tags = new List<string>();
        for (var number = from; number <= to; number++)
            tags.Add(await page.EvaluateAsync<string>(RegisterOne, new { number, finish = true }));
        return tags;
    }

    private static ILocator Outbox(IPage page) => page.Locator("[data-outbox]");

    private static async Task<int> WaitingAsync(IPage page) =>
        int.Parse(await Outbox(page).GetAttributeAsync("data-waiting") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}
