using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>Everything that reached a browser profile, whether a page showed it or not: every body and every socket message.</summary>
public sealed class Payloads
{
    private readonly ConcurrentQueue<(string Source, string Content)> received = new();
    private readonly ConcurrentQueue<Task> reading = new();

    public static Payloads Of(IBrowserContext context)
    {
        var payloads = new Payloads();
        context.RequestFinished += (_, request) => payloads.reading.Enqueue(payloads.ReadAsync(request));
        context.Page += (_, page) => page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => payloads.received.Enqueue((socket.Url, frame.Text ?? Latin(frame.Binary ?? [])));
        return payloads;
    }

    public async Task<IReadOnlyList<(string Source, string Content)>> AllAsync()
    {
        await Task.WhenAll(reading);
        return [.. received];
    }

    private async Task ReadAsync(IRequest request)
    {
        var response = await request.ResponseAsync();
        // A redirect has no body that a browser would hand out.
        if (response is null or { Status: >= 300 and < 400 })
            return;
        var headers = string.Join('\n', (await response.HeadersArrayAsync()).Select(header => $"{header.Name}: {header.Value}"));
        received.Enqueue((request.Url, $"{headers}\n\n{Latin(await response.BodyAsync())}"));
    }

    /// <summary>Every byte a character: nothing hides in a picture or a broken encoding. Search for plain ASCII in it.</summary>
    private static string Latin(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes);
}
