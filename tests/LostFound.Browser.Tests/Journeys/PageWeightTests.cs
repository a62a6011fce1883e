using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>What a phone has to load over a park's crowded network, at its first visit.</summary>
public sealed class PageWeightTests(Chromium chromium) : BrowserTest(chromium)
{
    private const long MostBytes = 50_000;

    private const string BlockingScripts = """
        () => [...document.scripts].filter((script) => !(script.type === "module" || script.defer || script.async)).map((script) => script.outerHTML)
        """;

    [Fact]
    public async Task The_front_page_is_light() => await WeighAsync("/", "/");

    [Fact]
    public async Task The_first_question_is_light() => await WeighAsync("/claim", "/claim");

    [Fact]
    public async Task A_claims_page_is_light_its_live_connection_included() =>
        await WeighAsync(await Server.FileClaimAsync(new Loss()), "/c/{token}", live: true);

    [Fact]
    public async Task A_place_in_line_is_light_its_live_connection_included()
    {
        await WeighAsync("/q?desk=main", "/q");
        using var phone = Server.NewBrowser();
        var place = await phone.SendAsync(await phone.OpenAsync("/q?desk=main"), "form[action='/q']", ("wish", "report"));
        await WeighAsync(place.Address.AbsolutePath, "/q/{token}", live: true);
    }

    private async Task WeighAsync(string address, string name, bool live = false)
    {
        var guest = await GuestAsync();
        var wire = await guest.Visitor.Context.NewCDPSessionAsync(guest.Page);
        await wire.SendAsync("Network.enable");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var loaded = new List<(string Name, long Bytes)>();
        wire.Event("Network.responseReceived").OnEvent += (_, e) =>
            names[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("response").GetProperty("url").GetString()!;
        // Counts the bytes as they came, headers included and still compressed.
        wire.Event("Network.loadingFinished").OnEvent += (_, e) =>
            loaded.Add((names.GetValueOrDefault(e!.Value.GetProperty("requestId").GetString()!, "?"), (long)e.Value.GetProperty("encodedDataLength").GetDouble()));

        await guest.OpenAsync(address);
        if (live)
            await guest.WaitUntilLiveAsync();
        await guest.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var total = loaded.Sum(part => part.Bytes);
        Report($"{name}: {total:N0} bytes");
        foreach (var (part, bytes) in loaded.OrderByDescending(part => part.Bytes))
            Report($"  {bytes,7:N0}  {new Uri(part).AbsolutePath[..Math.Min(24, new Uri(part).AbsolutePath.Length)]}");
        Assert.InRange(total, 1, MostBytes);
        Assert.Empty(await guest.Page.EvaluateAsync<string[]>(BlockingScripts));
    }
}
