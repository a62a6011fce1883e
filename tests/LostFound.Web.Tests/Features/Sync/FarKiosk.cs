using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Sync;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Sync;

/// <summary>An enrolled kiosk that registers by itself and tells the server when it can, as its script does.</summary>
internal sealed class FarKiosk(Browser browser)
{
    private string? token;

    public Browser Browser => browser;

    public List<string> Codes { get; } = [];

    public static async Task<FarKiosk> EnrolAsync(TestServer server, string name = "Kiosk 2") => new(await server.EnrolAsync(name));

    /// <summary>The form of a knapsack that this person registered at that moment, by the kiosk's clock.</summary>
    public static (string Name, string Value)[] Form(Guid request, DateTime at, StaffMember? by = null, string? tag = null, string? staffName = null) =>
        AtTheKiosk.Knapsack
            .With("request", request.ToString())
            .With(DeviceFields.Item, Guid.CreateVersion7().ToString())
            .With(DeviceFields.RegisteredAt, Iso(at))
            .With(DeviceFields.SentAt, Iso(at))
            .With(DeviceFields.Staff, by?.Id.ToString() ?? "")
            .With(DeviceFields.StaffName, staffName ?? by?.Name ?? "")
            .With(ItemFields.Tag, tag ?? "");

    public static string Iso(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public async Task<HttpStatusCode> GreetAsync()
    {
        using var response = await browser.Http.GetAsync("/api/v1/kiosk");
        if (response.IsSuccessStatusCode)
            token = (await response.Content.ReadFromJsonAsync<Greeting>())!.Token;
        return response.StatusCode;
    }

    public async Task<IReadOnlyList<string>> LeaseAsync(int? held = null)
    {
        await GreetAsync();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("held", (held ?? Codes.Count).ToString(CultureInfo.InvariantCulture)), KeyValuePair.Create("__RequestVerificationToken", token!)]);
        using var response = await browser.Http.PostAsync("/api/v1/tags", content);
        response.EnsureSuccessStatusCode();
        var codes = (await response.Content.ReadFromJsonAsync<Lease>())!.Codes;
        Codes.AddRange(codes);
        return codes;
    }

    public string TakeCode()
    {
        var code = Codes[^1];
        Codes.RemoveAt(Codes.Count - 1);
        return code;
    }

    public Task<(HttpStatusCode Status, Delivered Answer)> DeliverAsync((string Name, string Value)[] form, params byte[][] photos) =>
        DeliverAsync(form, photos, CancellationToken.None);

    /// <summary>What the server answered; null when it could not be reached or the line broke.</summary>
    public async Task<Delivered?> TryDeliverAsync((string Name, string Value)[] form, byte[][] photos, CancellationToken cancellation)
    {
        try
        {
            var (status, answer) = await DeliverAsync(form, photos, cancellation);
            return status == HttpStatusCode.Accepted ? answer : null;
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, Delivered Answer)> DeliverAsync((string Name, string Value)[] form, byte[][] photos, CancellationToken cancellation)
    {
        if (token is null)
            await GreetAsync();
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.With("__RequestVerificationToken", token ?? ""))
            content.Add(new StringContent(value), name);
        for (var i = 0; i < photos.Length; i++)
            content.Add(new ByteArrayContent(photos[i]), "photos", $"photo-{i + 1}.jpg");
        using var response = await browser.Http.PostAsync("/api/v1/items", content, cancellation);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<Delivered>(cancellation))!);
    }

    public static Task<List<SupervisorTask>> TasksAsync(TestServer server) =>
        server.Store.ReadAsync(db => db.OpenTasks().ToListAsync());

    private sealed record Greeting(string Token);

    private sealed record Lease(string[] Codes);
}

internal sealed record Delivered(Guid Id, string? Tag, string? Message, bool Expired);
