using LostFound.ParkDay.Day;
using LostFound.ParkDay.LostFoundDesk;
using LostFound.Queueing;

namespace LostFound.ParkDay.Against;

/// <summary>Which server, and how staff get in.</summary>
internal sealed record Server(Uri Address, Uri EnrolLink, string Pin, string? Staff, string Desk);

/// <summary>
/// The day at one counter, as fast as the server answers: guests join, are called and served, and give up as they do in
/// the simulation, up to the busiest time of the evening, so that some still wait when it stops. What each phone should
/// then show is reckoned here, from the order of service alone, and compared with what it does show.
/// </summary>
internal sealed class PlayAgainst(Server server, TextWriter to) : IAsyncDisposable
{
    private static readonly DateTime Ends = ParkHours.At(20);
    private static readonly TimeSpan PhonesCatchUp = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, Phone> phones = [];
    private readonly Dictionary<int, Shown> truth = [];
    private readonly List<int> waiting = [];

    /// <returns>Whether every phone showed the right thing in the end.</returns>
    public async Task<bool> RunAsync(int seed, CancellationToken stop)
    {
        var day = LostFoundDay.Run(new LostDay(seed), Experience.None, mostCounters: 1);
        using var counter = await CounterScreen.OpenAsync(server.Address, server.EnrolLink, server.Pin, server.Staff, stop);
        await counter.ServeEverybodyAsync(stop);
        foreach (var move in day.Line.Moves.Where(m => m.At < Ends))
            await PlayAsync(move, counter, stop);
        await to.WriteLineAsync($"Played at {server.Address}: {phones.Count} guests joined, {Count(Shown.Served)} were served, {Count(Shown.Called)} is called, {Count(Shown.Left)} gave up, {Count(Shown.Waiting)} wait.");
        return await CheckAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in phones.Values)
            await phone.DisposeAsync();
    }

    private async Task PlayAsync(Move move, CounterScreen counter, CancellationToken stop)
    {
        switch (move.What)
        {
            case Moved.Joined:
                // The poster's page knows no second contacts: those are recognised by their claim.
                var phone = await Phone.JoinAsync(server.Address, server.Desk, move.Lane == Lane.Collect ? "collect" : "report", stop);
                phones.Add(move.Place, phone);
                Now(phone.Screen.Number, Shown.Waiting);
                break;
            case Moved.Called when waiting.Count > 0:
                await CallAsync(counter, stop);
                break;
            case Moved.Left when phones[move.Place] is { } leaver && truth[leaver.Screen.Number] == Shown.Waiting:
                await leaver.GiveUpAsync(stop);
                Now(leaver.Screen.Number, Shown.Left);
                break;
            case Moved.Called or Moved.Left:
                // Here somebody else was called already: this play knows neither bookings nor no-shows.
                break;
        }
    }

    private async Task CallAsync(CounterScreen counter, CancellationToken stop)
    {
        if (counter.Guest is { } before)
        {
            await counter.FinishAsync(stop);
            Now(before, Shown.Served);
        }
        var due = waiting[0];
        var called = await counter.CallNextAsync(stop);
        if (called != due)
            throw new AgainstException($"Number {called} was called, and it was number {due}'s turn.");
        Now(called, Shown.Called);
    }

    private void Now(int number, Shown shown)
    {
        truth[number] = shown;
        waiting.Remove(number);
        if (shown == Shown.Waiting)
            waiting.Add(number);
    }

    private int Count(Shown shown) => truth.Values.Count(s => s == shown);

    /// <summary>Gives the phones time to hear the last movement, then asks each live one, and each page opened anew.</summary>
    private async Task<bool> CheckAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(PhonesCatchUp);
        while (phones.Values.Any(phone => Wrong(phone.Screen) is not null) && !patience.IsCancellationRequested)
            await Task.Delay(100, stop);
        var wrong = new List<string>();
        foreach (var phone in phones.Values)
        {
            if (Wrong(phone.Screen) is { } live)
                wrong.Add($"Number {phone.Screen.Number}'s phone, left alone: {live}{(phone.Trouble is null ? "" : $" ({phone.Trouble.Message})")}");
            if (await phone.ReadAnewAsync(stop) is not { } anew || Wrong(anew) is not null)
                wrong.Add($"Number {phone.Screen.Number}'s page, opened anew, is wrong.");
        }
        foreach (var words in wrong)
            await to.WriteLineAsync(words);
        await to.WriteLineAsync(wrong.Count == 0 ? $"All {phones.Count} phones show the right thing." : $"{wrong.Count} screens are wrong.");
        return wrong.Count == 0;
    }

    private string? Wrong(Screen screen)
    {
        var expected = truth[screen.Number];
        if (screen.Says != expected)
            return $"it says \"{screen.Headline}\", and the guest is {expected.ToString().ToLowerInvariant()}.";
        var ahead = waiting.IndexOf(screen.Number);
        return expected == Shown.Waiting && screen.Ahead is { } shown && shown != ahead ? $"it says that {shown} are called before, and {ahead} are." : null;
    }
}
