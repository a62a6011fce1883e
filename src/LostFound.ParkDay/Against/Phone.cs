using System.Globalization;
using System.Text.Json;

namespace LostFound.ParkDay.Against;

/// <summary>
/// One guest's phone: takes a place on the poster's page, then does what the page's script does. A movement of the line
/// comes as one message for all; the phone finds its own place in it, and reads its page again where that isn't enough.
/// </summary>
internal sealed class Phone : IAsyncDisposable
{
    private readonly Visitor visitor;
    private readonly string status;
    private readonly CancellationTokenSource closing = new();
    private LiveSocket? live;
    private Task listening = Task.CompletedTask;

    private Phone(Visitor visitor, WebPage page, Screen screen)
    {
        this.visitor = visitor;
        Address = page.Address.AbsolutePath;
        status = Address + "/status";
        Screen = screen;
    }

    /// <summary>/q/{token}.</summary>
    public string Address { get; }

    /// <summary>What stands on it now.</summary>
    public Screen Screen { get; private set; }

    /// <summary>What went wrong while it listened; null when nothing did.</summary>
    public Exception? Trouble { get; private set; }

    /// <param name="wish">"collect" or "report", as the page offers it.</param>
    public static async Task<Phone> JoinAsync(Uri server, string desk, string wish, CancellationToken stop)
    {
        var visitor = new Visitor(server);
        var page = await visitor.SendAsync(await visitor.OpenAsync($"/q?desk={desk}", stop), "/q", stop, ("wish", wish), ("slot", ""));
        var screen = Screen.Read(page.Html) ?? throw new AgainstException("Nobody could take a place: the page after joining shows none. Is the desk open now?");
        var phone = new Phone(visitor, page, screen);
        await phone.ListenAsync(server, desk, Sequence(page.Html), stop);
        return phone;
    }

    public async Task GiveUpAsync(CancellationToken stop) =>
        await visitor.SendAsync(await visitor.OpenAsync(Address, stop), "/leave", stop);

    /// <summary>What a person would read who opens the page anew.</summary>
    public async Task<Screen?> ReadAnewAsync(CancellationToken stop) => Screen.Read((await visitor.OpenAsync(Address, stop)).Html);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await listening;
        if (live is not null)
            await live.DisposeAsync();
        visitor.Dispose();
        closing.Dispose();
    }

    /// <summary>How many numbers stand before this one in "17,23-45,52"; null when it isn't there.</summary>
    internal static int? Ahead(string line, int number)
    {
        var before = 0;
        foreach (var piece in line.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = piece.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            if (number >= ends[0] && number <= ends[^1])
                return before + number - ends[0];
            before += ends[^1] - ends[0] + 1;
        }
        return null;
    }

    private static long Sequence(string html)
    {
        const string name = "data-sequence=\"";
        var at = html.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return long.Parse(html.AsSpan(at, html.IndexOf('"', at) - at), CultureInfo.InvariantCulture);
    }

    private async Task ListenAsync(Uri server, string desk, long seen, CancellationToken stop)
    {
        var (socket, answer) = await LiveSocket.JoinAsync(server, visitor.Cookies, "WatchLine", [desk, seen], "line", stop);
        live = socket;
        if (answer.GetProperty("changed").GetBoolean())
            await ReadAsync(stop);
        listening = HearAsync(socket);
    }

    private async Task HearAsync(LiveSocket socket)
    {
        try
        {
            await foreach (var arguments in socket.Messages.ReadAllAsync(closing.Token))
                await ApplyAsync(arguments[0]);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // Put away.
        }
        catch (Exception problem) when (problem is AgainstException or HttpRequestException or System.Net.WebSockets.WebSocketException)
        {
            Trouble = problem;
        }
    }

    private async Task ApplyAsync(JsonElement message)
    {
        var said = message.GetProperty("again").EnumerateArray().Any(number => number.GetInt32() == Screen.Number);
        var ahead = Ahead(message.GetProperty("line").GetString()!, Screen.Number);
        var waits = Screen.Stage != "Other";
        // Who is next reads other words than who was just second, so these pages are read, not reckoned.
        if (said || (waits && (ahead is null or 0 || Screen.Stage == "Next")))
            await ReadAsync(closing.Token);
        else if (waits)
            Screen = Screen with { Ahead = ahead };
    }

    private async Task ReadAsync(CancellationToken stop) => Screen = Screen.Read((await visitor.OpenAsync(status, stop)).Html) ?? Screen;
}
