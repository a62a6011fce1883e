using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>
/// A mail server for one test, on a free port: takes mails as a real one does, or is down, refuses, or falls silent at a
/// word of the conversation that the test names.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private TcpListener listener;
    private CancellationTokenSource stop = new();
    private Task accepting;

    public MailServer()
    {
        (listener, accepting) = Listen(0);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>By the command's first word, or "DATA." for a mail's end: what is answered instead. "" answers nothing at all.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>How often somebody asked for service.</summary>
    public int Calls { get; private set; }

    public async Task GoDownAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
    }

    public void ComeBack()
    {
        stop.Dispose();
        stop = new CancellationTokenSource();
        (listener, accepting) = Listen(Port);
    }

    public async ValueTask DisposeAsync()
    {
        await GoDownAsync();
        listener.Dispose();
        stop.Dispose();
    }

    private (TcpListener, Task) Listen(int port)
    {
        var started = new TcpListener(IPAddress.Loopback, port);
        started.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        started.Start();
        return (started, AcceptAsync(started, stop.Token));
    }

    private async Task AcceptAsync(TcpListener from, CancellationToken stopping)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await from.AcceptTcpClientAsync(stopping);
                Calls++;
                talks.Add(TalkAsync(client, stopping));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken stopping)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await SayAsync(stream, "220 ready", stopping);
                await TakeAsync(stream, reader, stopping);
            }
            catch (Exception over) when (over is OperationCanceledException or IOException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task TakeAsync(NetworkStream stream, StreamReader reader, CancellationToken stopping)
    {
        var to = new List<string>();
        while (await reader.ReadLineAsync(stopping) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT")
                to.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            if (word == "DATA" && !Answers.ContainsKey(word))
            {
                await SayAsync(stream, "354 go on", stopping);
                mails.Enqueue(new ReceivedMail([.. to], await ReadMailAsync(reader, stopping)));
                word = "DATA.";
            }
            await SayAsync(stream, Answers.GetValueOrDefault(word, word == "QUIT" ? "221 bye" : "250 fine"), stopping);
            if (word == "QUIT")
                return;
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader, CancellationToken stopping)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stopping) is { } line && line != ".")
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        return mail.ToString();
    }

    private static async Task SayAsync(NetworkStream stream, string line, CancellationToken stopping)
    {
        if (line.Length > 0)
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stopping);
        else
            await Task.Delay(Timeout.Infinite, stopping);
    }
}
