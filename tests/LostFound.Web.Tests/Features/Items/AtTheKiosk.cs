using System.Net;
using System.Net.Http.Json;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>What staff do with found items, as tests do it: through the pages.</summary>
internal static class AtTheKiosk
{
    public static readonly (string Name, string Value)[] Knapsack =
    [
        ("category", "backpack"), ("colours", "navy"), ("colours", "beige"), ("brand", "Fjällräven"),
        ("description", "Knapsack with a rolled-up caricature in it"), ("notes", "Initials MK inside the lid"),
        ("place", "gift-emporium"), ("found-date", "2026-07-04"), ("found-time", "14:30"), ("bin", "A1"),
    ];

    public static (string Name, string Value)[] With(this (string Name, string Value)[] fields, string name, params string[] values) =>
        [.. fields.Where(f => f.Name != name), .. values.Select(v => (name, v))];

    public static async Task<Page> RegisterAsync(this Browser browser, (string Name, string Value)[]? typed = null, params byte[][] photos) =>
        await browser.SendAsync(await browser.OpenAsync("/kiosk"), "form#register", Files(photos), typed ?? Knapsack);

    /// <summary>Registers and reads the item back.</summary>
    public static async Task<Item> RegisterItemAsync(this TestServer server, Browser browser, (string Name, string Value)[]? typed = null)
    {
        var label = await browser.RegisterAsync(typed);
        Assert.Equal(HttpStatusCode.OK, label.Status);
        Assert.EndsWith("/label", label.Address.AbsolutePath, StringComparison.Ordinal);
        return await server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
    }

    public static Task<Item> ItemAsync(this TestServer server, Guid id) =>
        server.Store.ReadAsync(db => db.Items.Include(i => i.Photos).SingleAsync(i => i.Id == id));

    public static Task<int> ItemCountAsync(this TestServer server) => server.Store.ReadAsync(db => db.Items.CountAsync());

    public static Task<List<CustodyEvent>> CustodyAsync(this TestServer server, Guid id) =>
        server.Store.ReadAsync(db => db.CustodyEvents.Where(e => e.ItemId == id).OrderBy(e => e.Sequence).ToListAsync());

    /// <summary>Sends the kiosk's form as its script does: multipart, asking for JSON.</summary>
    public static async Task<(HttpStatusCode Status, KioskAnswer Body)> SendByScriptAsync(this Browser browser, Page kiosk, Guid requestId, (string Name, string Value)[] typed, params byte[][] photos)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in typed.With("request", requestId.ToString()).With("__RequestVerificationToken", kiosk.Find("[name=__RequestVerificationToken]")!.GetAttribute("value")!))
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in Files(photos))
            content.Add(new ByteArrayContent(bytes), name, fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kiosk") { Content = content };
        request.Headers.Add("X-Requested-With", "fetch");
        using var response = await browser.Http.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<KioskAnswer>())!);
    }

    private static IEnumerable<(string, string, byte[])> Files(byte[][] photos) =>
        photos.Select((bytes, index) => ("photos", $"photo-{index + 1}.jpg", bytes));
}

internal sealed record KioskAnswer(string? Tag, string? Address, KioskError[]? Errors, string? Request, bool Expired);

internal sealed record KioskError(string Field, string Message);
