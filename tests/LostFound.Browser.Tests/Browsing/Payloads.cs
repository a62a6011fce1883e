using System.Collections.Concurrent;
using System.Text;
using LostFound.Web.Features.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// Everything that the server sent to somebody who is not signed in, whether a page showed it or not: every header
/// and body, and the socket messages of the browsers it listens to.
/// </summary>
public sealed class Payloads : IStartupFilter
{
    private readonly ConcurrentQueue<(string Source, string Content)> sent = new();

    public IReadOnlyList<(string Source, string Content)> All => [.. sent];

    public void ListenTo(IPage page) => page.WebSocket += (_, socket) =>
        socket.FrameReceived += (_, frame) => sent.Enqueue((socket.Url, frame.Text ?? Latin(frame.Binary ?? [])));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(RecordAsync);
        next(app);
    };

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Cookies.ContainsKey(StaffCookie.Name) || context.Request.Headers.Upgrade.Count > 0)
        {
            await next(context);
            return;
        }
        // Left uncompressed, so that it can be read.
        context.Request.Headers.AcceptEncoding = default;
        var network = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = network;
        }
        var headers = string.Join('\n', context.Response.Headers.Select(header => $"{header.Key}: {header.Value}"));
        sent.Enqueue((context.Request.Path, $"{headers}\n\n{Latin(body.ToArray())}"));
        if (body.Length > 0)
            await network.WriteAsync(body.ToArray());
    }

    /// <summary>Every byte a character: nothing hides in a picture or a broken encoding. Search for plain ASCII in it.</summary>
    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
