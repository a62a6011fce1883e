using System.Net;
using System.Net.Sockets;
using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>A guest's open page tells the truth by itself, whatever becomes of the connection.</summary>
public sealed class LiveStatusTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string GoodNews = "Good news";

    // A restarted server has to be found at the address that the open page knows.
    private readonly string address = $"http://127.0.0.1:{FreePort()}";

    protected override string[] Settings => ["--LostFound:PollSeconds", "1", "--urls", address];

    [Fact]
    public async Task With_every_live_connection_blocked_the_page_gets_there_by_polling()
    {
        var (guest, staff) = await OpenClaimAsync(cutSockets: true);
        await Expect(guest.Connection).ToHaveTextAsync("Checking every 1 s");

        await staff.ConfirmAsync();

        await Expect(guest.Headline).ToContainTextAsync(GoodNews);
        await guest.Visitor.LookAsync();
        await guest.Visitor.AssertSameDocumentAsync();
    }

    [Fact]
    public async Task After_a_restart_of_the_server_the_page_finds_its_way_back_by_itself()
    {
        var (guest, staff) = await OpenClaimAsync();
        await guest.WaitUntilLiveAsync();
        ExpectCuts(guest);

        await Server.RestartAsync(Settings);
        await staff.ConfirmAsync();

        await Expect(guest.Headline).ToContainTextAsync(GoodNews);
        await guest.WaitUntilLiveAsync();
        await guest.Visitor.AssertSameDocumentAsync();
    }

    [Fact]
    public async Task Without_a_network_the_page_says_since_when_and_reads_again_when_it_is_back()
    {
        var (guest, staff) = await OpenClaimAsync();
        await guest.WaitUntilLiveAsync();
        ExpectCuts(guest);

        await guest.Visitor.Context.SetOfflineAsync(true);
        await Expect(guest.Connection).ToContainTextAsync("You’re offline: this was true at");
        await guest.Visitor.LookAsync();

        await guest.Visitor.Context.SetOfflineAsync(false);
        await staff.ConfirmAsync();
        await Expect(guest.Headline).ToContainTextAsync(GoodNews);
        await guest.WaitUntilLiveAsync();
        await guest.Visitor.AssertSameDocumentAsync();
    }

    [Fact]
    public async Task Back_online_with_nothing_new_the_page_no_longer_says_that_it_is_offline()
    {
        var (guest, _) = await OpenClaimAsync(cutSockets: true);
        await Expect(guest.Connection).ToHaveTextAsync("Checking every 1 s");
        ExpectCuts(guest);

        await guest.Visitor.Context.SetOfflineAsync(true);
        await Expect(guest.Connection).ToHaveAttributeAsync("data-state", "offline");
        await guest.Visitor.Context.SetOfflineAsync(false);

        await Expect(guest.Connection).ToHaveAttributeAsync("data-state", "polling");
    }

    /// <summary>An item and a claim that fit, the claim's page open at the guest, and staff at a desk.</summary>
    private async Task<(Guest Guest, Web.Tests.Hosting.Browser Staff)> OpenClaimAsync(bool cutSockets = false)
    {
        var staff = await Server.SignInAsync();
        await staff.RegisterAsync(new Find());
        var claim = await Server.FileClaimAsync(new Loss());
        var guest = await GuestAsync();
        if (cutSockets)
        {
            ExpectCuts(guest);
            await guest.Visitor.Context.RouteAsync("**/hubs/**", route => route.AbortAsync("connectionfailed"));
        }
        await guest.OpenAsync(claim);
        await guest.Visitor.MarkDocumentAsync();
        return (guest, staff);
    }

    private static void ExpectCuts(Guest guest) =>
        guest.Visitor.Watch.Expect("ERR_(CONNECTION_|INTERNET_DISCONNECTED|EMPTY_RESPONSE|FAILED|ABORTED|SOCKET)|WebSocket connection");

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }
}
