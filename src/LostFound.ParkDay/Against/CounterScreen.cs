using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace LostFound.ParkDay.Against;

/// <summary>A member of staff at counter 1, through the pages that staff use.</summary>
internal sealed partial class CounterScreen(Visitor visitor, WebPage page) : IDisposable
{
    private const string Counter = "1";
    private const int MostLooks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private WebPage page = page;

    /// <summary>Whose number is called or served here; null when the counter is free.</summary>
    public int? Guest => Number().Match(page.Html) is { Success: true } found ? int.Parse(found.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>How many wait, as this page offers: whether there is somebody to call.</summary>
    private bool CanCall => HtmlForm.Find(page.Html, $"/{Counter}/next") is not null;

    /// <summary>Enrols this program as a device, signs in, and opens the counter.</summary>
    /// <param name="name">Whose PIN it is; null when only one person can sign in.</param>
    public static async Task<CounterScreen> OpenAsync(Uri server, Uri enrolLink, string pin, string? name, CancellationToken stop)
    {
        var visitor = new Visitor(server);
        await visitor.SendAsync(await visitor.OpenAsync(enrolLink.AbsolutePath, stop), enrolLink.AbsolutePath, stop);
        var names = await visitor.OpenAsync("/sign-in?return=/desk/counter", stop);
        var pad = await visitor.OpenAsync(Person(names.Html, name), stop);
        var page = await visitor.SendAsync(pad, "/sign-in", stop, ("pin", pin));
        if (HtmlForm.Find(page.Html, "/sign-in") is not null)
            throw new AgainstException("Nobody could sign in: the PIN was not right.");
        page = await visitor.OpenAsync("/desk/counter", stop);
        if (HtmlForm.Find(page.Html, "/desk/counter/open") is not null)
            page = await visitor.SendAsync(page, "/desk/counter/open", stop, ("counter", Counter));
        return new CounterScreen(visitor, page);
    }

    /// <summary>Finishes with whoever is here.</summary>
    public async Task FinishAsync(CancellationToken stop)
    {
        if (HtmlForm.Find(page.Html, $"/{Counter}/here") is not null)
            await SendAsync("here", stop);
        await UntilAsync(() => HtmlForm.Find(page.Html, $"/{Counter}/done") is not null, stop);
        // The first of the two buttons also calls the next, which is a movement of its own here.
        page = await visitor.SendAsync(page, $"/{Counter}/done", stop, ("then", ""));
        await UntilAsync(() => Guest is null, stop);
    }

    /// <summary>Serves whoever is here or waits already, so that the line is empty.</summary>
    public async Task ServeEverybodyAsync(CancellationToken stop)
    {
        if (Guest is not null)
            await FinishAsync(stop);
        while (await UntilAsync(() => CanCall, stop))
        {
            await NextAsync(stop);
            await FinishAsync(stop);
        }
    }

    /// <summary>Calls the next.</summary>
    /// <returns>The number called.</returns>
    public async Task<int> CallNextAsync(CancellationToken stop) => await UntilAsync(() => CanCall, stop)
        ? await NextAsync(stop)
        : throw new AgainstException("The counter has nobody to call, although guests are waiting. Are there others at this desk's counters?");

    private async Task<int> NextAsync(CancellationToken stop)
    {
        await SendAsync("next", stop);
        await UntilAsync(() => Guest is not null, stop);
        return Guest ?? throw new AgainstException("The counter called, and shows nobody.");
    }

    /// <summary>Looks again until the page shows it, for a while: it may be a moment older than what was just done elsewhere.</summary>
    private async Task<bool> UntilAsync(Func<bool> shows, CancellationToken stop)
    {
        for (var looks = 0; looks < MostLooks && !shows(); looks++)
        {
            await Task.Delay(BetweenLooks, stop);
            await LookAsync(stop);
        }
        return shows();
    }

    public void Dispose() => visitor.Dispose();

    private async Task LookAsync(CancellationToken stop) => page = await visitor.OpenAsync("/desk/counter", stop);

    private async Task SendAsync(string action, CancellationToken stop) => page = await visitor.SendAsync(page, $"/{Counter}/{action}", stop);

    private static string Person(string html, string? name)
    {
        var people = Persons().Matches(html).ToDictionary(p => WebUtility.HtmlDecode(p.Groups["name"].Value).Trim(), p => WebUtility.HtmlDecode(p.Groups["address"].Value), StringComparer.OrdinalIgnoreCase);
        if (name is not null && people.TryGetValue(name, out var address))
            return address;
        return name is null && people.Count == 1
            ? people.Values.Single()
            : throw new AgainstException($"Say with --staff whose PIN it is: {string.Join(", ", people.Keys)}.");
    }

    [GeneratedRegex("class=\"guest-head\">.*?class=\"counter-number\">(?<number>\\d+)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Number();

    [GeneratedRegex("<a class=\"person\" href=\"(?<address>[^\"]+)\">.*?class=\"person-name\"[^>]*>(?<name>[^<]*)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Persons();
}
