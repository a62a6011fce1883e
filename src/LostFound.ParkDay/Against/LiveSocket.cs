using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace LostFound.ParkDay.Against;

/// <summary>
/// A phone's live connection: a plain WebSocket that speaks SignalR's JSON protocol (records that end with byte 0x1E;
/// types 1 invocation, 3 completion, 6 ping, 7 close).
/// </summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly ArrayBufferWriter<byte> received = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Channel<JsonElement> messages = Channel.CreateUnbounded<JsonElement>();
    private Task reading = Task.CompletedTask;

    /// <summary>What the server said, in order: the arguments of each message with the name asked for.</summary>
    public ChannelReader<JsonElement> Messages => messages.Reader;

    /// <summary>Connects, and joins with a method of the hub.</summary>
    /// <param name="listensTo">The message to hear.</param>
    /// <returns>What the method answered.</returns>
    public static async Task<(LiveSocket Socket, JsonElement Answer)> JoinAsync(
        Uri server, CookieContainer cookies, string method, object[] arguments, string listensTo, CancellationToken stop)
    {
        var live = new LiveSocket();
        live.socket.Options.Cookies = cookies;
        live.socket.Options.Proxy = null;
        var hub = new UriBuilder(new Uri(server, "/hubs/live")) { Scheme = server.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" };
        await live.socket.ConnectAsync(hub.Uri, stop);
        await live.SendAsync("""{"protocol":"json","version":1}""", stop);
        await live.NextAsync(stop);
        await live.SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }), stop);
        while (true)
        {
            var record = await live.NextAsync(stop);
            // Joining comes before answering, so a message may come first.
            if (!live.Hear(record, listensTo) && Type(record) == 3)
            {
                live.reading = live.ReadAsync(listensTo);
                return record.TryGetProperty("result", out var answer) ? (live, answer) : throw new AgainstException($"{method} was refused.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await reading;
        socket.Dispose();
        closing.Dispose();
    }

    /// <summary>Takes the first whole record off what was received; null while there is none.</summary>
    internal static JsonElement? TakeRecord(ArrayBufferWriter<byte> received)
    {
        var end = received.WrittenSpan.IndexOf(RecordEnd);
        if (end < 0)
            return null;
        var record = JsonDocument.Parse(received.WrittenMemory[..end].ToArray()).RootElement;
        var rest = received.WrittenSpan[(end + 1)..].ToArray();
        received.ResetWrittenCount();
        received.Write(rest);
        return record;
    }

    private static int Type(JsonElement record) => record.TryGetProperty("type", out var type) ? type.GetInt32() : 0;

    private bool Hear(JsonElement record, string listensTo) =>
        Type(record) == 1 && record.GetProperty("target").GetString() == listensTo && messages.Writer.TryWrite(record.GetProperty("arguments"));

    private async Task ReadAsync(string listensTo)
    {
        try
        {
            while (true)
                Hear(await NextAsync(closing.Token), listensTo);
        }
        catch (Exception problem) when (problem is OperationCanceledException or WebSocketException or AgainstException)
        {
            messages.Writer.Complete(problem is OperationCanceledException ? null : problem);
        }
    }

    private async Task<JsonElement> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            if (TakeRecord(received) is { } record)
                return record;
            var part = await socket.ReceiveAsync(received.GetMemory(4096), stop);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new AgainstException("The server closed a phone's live connection.");
            received.Advance(part.Count);
        }
    }

    private Task SendAsync(string record, CancellationToken stop) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(record + (char)RecordEnd), WebSocketMessageType.Text, endOfMessage: true, stop);
}
