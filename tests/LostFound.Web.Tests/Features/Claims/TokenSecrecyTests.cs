using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

/// <summary>A guest's link stays with the guest, and what is known of items stays with staff.</summary>
public sealed class TokenSecrecyTests
{
    [Fact]
    public async Task No_log_line_at_any_level_holds_a_token()
    {
        var log = new EverythingLogged();
        await using var server = await TestServer.StartAsync(null, log.Provide, "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace", "--Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace");
        using var guest = server.NewBrowser();
        var page = await guest.FileClaimAsync();
        var token = page.Token();

        await guest.OpenAsync($"/c/{token}/status");
        await guest.OpenAsync($"/C/{token}?utm=1");
        await guest.OpenAsync($"{server.Address}/c/{token}");
        await guest.OpenAsync($"/c/{token}/nothing-here");
        await guest.SendAsync(await guest.OpenAsync($"/c/{token}/withdraw"), "form#withdraw", ("reason", "no-longer"));
        await guest.SendAsync(await guest.OpenAsync("/find"), "form[action='/find']", ("link", $"{server.Address}c/{token}"));
        await TalkToHubAsync(server, token);

        Assert.True(log.Lines.Count > 500, "Logging at Trace must be on, or this test proves nothing.");
        Assert.Contains(log.Lines, line => line.Contains("/c/~", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_a_guest_is_sent_holds_anything_of_an_item()
    {
        await using var server = await TestServer.StartAsync();
        using var guest = server.NewBrowser();
        var page = await guest.FileClaimAsync();
        var claim = await server.Store.OnlyClaimAsync();
        var item = new Item { Id = Guid.NewGuid(), Tag = "ZQXJVKWB", Category = "umbrella", Colours = ["pink"], Brand = "Zzbrandzz", Description = "Zzdescriptionzz", PrivateNotes = "Zznoteszz", Place = "noodle-bar", FoundAt = claim.FiledAt, RegisteredAt = claim.FiledAt, Bin = "Zzbinzz", Desk = "main", Status = ItemStatus.OnHold, ClaimId = claim.Id, NeedsMatching = false, SearchText = "", Photos = [] };
        await server.Store.WriteAsync(async db =>
        {
            db.Items.Add(item);
            db.ItemPhotos.Add(new ItemPhoto { ItemId = item.Id, Ordinal = 0, Hash = "zzphotozz", Width = 1, Height = 1 });
            db.Candidates.Add(new Candidate { Id = Guid.NewGuid(), ClaimId = claim.Id, ItemId = item.Id, Bits = 31.415926, Probability = 0.987654, Contributions = "[\"zzreasonzz\"]", ModelVersion = "zzmodelzz", Status = CandidateStatus.Confirmed });
            await Task.CompletedTask;
        }, default);

        var payloads = new List<string> { await TalkToHubAsync(server, page.Token()) };
        foreach (var status in Enum.GetValues<ClaimStatus>())
        {
            await server.Store.SetStatusAsync(claim.Id, status);
            foreach (var address in new[] { "/", "/claim", "/find", $"/c/{page.Token()}", $"/c/{page.Token()}/status", $"/c/{page.Token()}/withdraw" })
            {
                var response = await guest.Http.GetAsync(address);
                payloads.Add($"{response.Headers}{await response.Content.ReadAsStringAsync()}");
            }
        }

        string[] secrets = ["zzbrandzz", "zzdescriptionzz", "zznoteszz", "zzbinzz", "zzphotozz", "zzreasonzz", "zzmodelzz", "ZQXJVKWB", "ZQXJ-VKWB", "31.4159", "0.98765", "98.7", "99 %", item.Id.ToString(), "handed in 1", "1 candidate"];
        foreach (var secret in secrets)
            Assert.DoesNotContain(payloads, payload => payload.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Speaks the hub's protocol by hand: joins, and waits for the answer. All that came back.</summary>
    private static async Task<string> TalkToHubAsync(TestServer server, string token)
    {
        const char end = '\u001e';
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/hubs/live"), default);
        await SendAsync(socket, $$"""{"protocol":"json","version":1}{{end}}""");
        await SendAsync(socket, $$"""{"type":1,"invocationId":"1","target":"WatchClaim","arguments":["{{token}}",0]}{{end}}""");
        await SendAsync(socket, $$"""{"type":1,"invocationId":"2","target":"WatchClaim","arguments":[{"not":"a token"},0]}{{end}}""");
        var said = new StringBuilder();
        var buffer = new byte[4096];
        while (!said.ToString().Contains("\"invocationId\":\"2\"", StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer, new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
            said.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
        return said.ToString();
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    /// <summary>Keeps every line with its values and the scopes around it, as a JSON log or a tracing exporter would.</summary>
    private sealed class EverythingLogged : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? scopes;

        public ConcurrentQueue<string> Lines { get; } = new();

        public void Provide(WebApplicationBuilder builder) => builder.Logging.AddProvider(this);

        public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private static string Values(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : $"{state}";

        private sealed class Log(EverythingLogged owner, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => owner.scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = new StringBuilder($"{logLevel} {category} {formatter(state, exception)} {Values(state)} {exception}");
                owner.scopes?.ForEachScope((scope, text) => text.Append(' ').Append(scope).Append(' ').Append(Values(scope)), line);
                owner.Lines.Enqueue(line.ToString());
            }
        }
    }
}
