using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace LostFound.Benchmarks.Queue;

/// <summary>
/// A phone in a line as the server sees it: a WebSocket that speaks the hub's JSON protocol, and finds its own place in
/// the message that all phones get, as Client/shared/line.ts does.
/// </summary>
public sealed class LinePhone(int number) : IDisposable
{
    private const char End = '\u001e';
    private const int InvocationMessage = 1;
    private readonly ClientWebSocket socket = new();
    private readonly Channel<string> arrived = Channel.CreateUnbounded<string>();

    public int Number => number;

    /// <summary>Broadcasts beyond the one of a movement, for whoever counts them.</summary>
    public int TooMany { get; set; }

    /// <summary>Movements that came and that nobody asked for yet.</summary>
    public int Unread => arrived.Reader.Count;

    /// <summary>Connects and joins the line; what comes after is true.</summary>
    public async Task ConnectAsync(Uri server, string desk, CancellationToken stop)
    {
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/live" }.Uri, stop);
        await SendAsync("{\"protocol\":\"json\",\"version\":1}", stop);
        await SendAsync(JsonSerializer.Serialize(new { type = InvocationMessage, invocationId = "1", target = "WatchLine", arguments = new object[] { desk, long.MaxValue } }), stop);
        var joined = new TaskCompletionSource();
        _ = ReceiveAsync(joined, stop);
        await joined.Task.WaitAsync(stop);
    }

    /// <summary>The next movement of the line, as it came.</summary>
    public ValueTask<string> NextMovementAsync(CancellationToken stop) => arrived.Reader.ReadAsync(stop);

    /// <summary>Where the phone stands by that message: how many are before it; null when it isn't in line, or should read its page again.</summary>
    public (int? Ahead, bool Again) Find(string message)
    {
        using var json = JsonDocument.Parse(message);
        var line = json.RootElement.GetProperty("arguments")[0];
        var again = line.GetProperty("again").EnumerateArray().Any(n => n.GetInt32() == number);
        var before = 0;
        foreach (var piece in line.GetProperty("line").GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = piece.Split('-');
            var (first, last) = (int.Parse(ends[0], null), int.Parse(ends[^1], null));
            if (number >= first && number <= last)
                return (before + number - first, again);
            before += last - first + 1;
        }
        return (null, again);
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAsync(string message, CancellationToken stop) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, stop);

    private async Task ReceiveAsync(TaskCompletionSource joined, CancellationToken stop)
    {
        var (buffer, rest) = (new byte[16 * 1024], "");
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var part = await socket.ReceiveAsync(buffer, stop);
                var pieces = (rest + Encoding.UTF8.GetString(buffer, 0, part.Count)).Split(End);
                foreach (var message in pieces[..^1])
                {
                    if (message.Contains("\"target\":\"line\"", StringComparison.Ordinal))
                        arrived.Writer.TryWrite(message);
                    else if (message.Contains("\"invocationId\":\"1\"", StringComparison.Ordinal))
                        joined.TrySetResult();
                }
                rest = pieces[^1];
            }
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The phone or the server went away: whoever still waits hears of it.
            joined.TrySetException(problem);
            arrived.Writer.TryComplete(problem);
        }
    }
}
