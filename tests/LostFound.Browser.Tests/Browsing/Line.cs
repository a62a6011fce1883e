using System.Net;
using System.Net.Sockets;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>The line between a browser and the server, with an address of its own: slow, or cut. No emulation: the bytes really go no further.</summary>
public sealed class Line : IDisposable
{
    private const int Piece = 4096;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly CancellationTokenSource ended = new();
    private volatile CancellationTokenSource open = new();
    private volatile int bytesPerSecond;

    public Line(Uri server)
    {
        this.server = server;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    public bool IsCut => open.IsCancellationRequested;

    public void Cut() => open.Cancel();

    /// <param name="bytesPerSecond">In each direction of each connection; 0 is as fast as it can.</param>
    public void Mend(int bytesPerSecond = 0)
    {
        this.bytesPerSecond = bytesPerSecond;
        open = new CancellationTokenSource();
    }

    public void Dispose()
    {
        ended.Cancel();
        open.Cancel();
        listener.Dispose();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(ended.Token), open.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient near, CancellationToken cut)
    {
        using (near)
        {
            if (cut.IsCancellationRequested)
                return;
            using var far = new TcpClient();
            try
            {
                await far.ConnectAsync(server.Host, server.Port, cut);
                await Task.WhenAny(PumpAsync(near, far, cut), PumpAsync(far, near, cut));
            }
            catch (Exception broken) when (broken is OperationCanceledException or SocketException)
            {
                // A cut line says nothing more.
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, CancellationToken cut)
    {
        var piece = new byte[Piece];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(piece, cut)) > 0)
            {
                if (bytesPerSecond > 0)
                    await Task.Delay(TimeSpan.FromSeconds(read / (double)bytesPerSecond), cut);
                await to.GetStream().WriteAsync(piece.AsMemory(0, read), cut);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone, or the line was cut.
        }
    }
}
