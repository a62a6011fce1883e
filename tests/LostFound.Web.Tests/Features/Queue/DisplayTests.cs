using System.Net;
using LostFound.Queueing;
using LostFound.Web.Features.Queue;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The screen on the wall, as anybody may open it.</summary>
public sealed class DisplayTests : ServerTest
{
    private Browser wall = null!;

    protected override Task ArrangeAsync()
    {
        wall = Server.NewBrowser();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task It_shows_numbers_counters_and_waits_and_nothing_of_anybody()
    {
        using var agent = await Server.SignInAsync();
        await agent.OpenCounterAsync(2);
        await agent.SendAsync(await agent.OpenAsync("/desk/counter"), "form[action='/desk/walk-up']", ("name", "Mr Okafor"), ("lane", "Report"));
        await Server.TakeAsync(Lane.Collect);
        await Server.TakeAsync(Lane.Report);
        await agent.PressAsync(await agent.OpenAsync("/desk/counter"), "next", 2);

        var page = await wall.OpenAsync("/display/main");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Number 1", page.Find(".is-latest .display-number")!.TextContent);
        Assert.Equal("2", page.Find(".is-latest .display-counter")!.TextContent);
        Assert.Equal("2", page.Find(".display-waiting .display-figure")!.TextContent);
        Assert.Matches(@"^\d+(–\d+)?$", page.Find(".display-wait .display-figure")!.TextContent);
        Assert.DoesNotContain("Okafor", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain((await Server.TicketsAsync())[0].Id.ToString(), page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_call_of_a_number_is_a_new_call_and_a_kept_place_is_said()
    {
        var counter = await Server.OpenAsync(1, AtTheLine.Maya);
        await Server.TakeAsync(Lane.Report, JoinedFrom.Poster);
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        var first = (await wall.OpenAsync("/display/main")).Find("[data-call]")!.GetAttribute("data-call");
        Server.Pass(minutes: 4);
        await Server.DoAsync<CallAgain, Web.Shared.Outcome<DateTime>>(use => use.HandleAsync(counter, AtTheLine.Maya, default));

        Assert.NotEqual(first, (await wall.OpenAsync("/display/main")).Find("[data-call]")!.GetAttribute("data-call"));

        await Server.DoAsync<MarkNoShow, Web.Shared.Outcome<bool>>(use => use.HandleAsync(counter, AtTheLine.Maya, default));
        Assert.Contains("1 until 15:14", (await wall.OpenAsync("/display/main")).Find(".display-kept")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_nobody_waits_when_all_pause_and_when_the_desk_is_closed()
    {
        Assert.Equal("No counter is open right now", await NoticeAsync());
        var counter = await Server.OpenAsync(1, AtTheLine.Maya);
        Assert.Equal("Nobody is waiting", await NoticeAsync());
        await Server.DoAsync<PauseCounter, Web.Shared.Outcome<bool>>(use => use.HandleAsync(counter, default));
        Assert.Equal("A short pause", await NoticeAsync());
        await Server.DoAsync<CloseCounter, Web.Shared.Outcome<bool>>(use => use.HandleAsync(counter, default));
        Server.Pass(minutes: 12 * 60);

        Assert.Equal("Closed now", await NoticeAsync());
        Assert.Contains("We open at 09:00.", (await wall.OpenAsync("/display/main")).Text, StringComparison.Ordinal);
        Assert.Null((await wall.OpenAsync("/display/main")).Find(".display-wait"));
    }

    [Fact]
    public async Task The_page_key_changes_with_the_day_so_that_the_screen_loads_itself_anew()
    {
        var today = (await wall.OpenAsync("/display/main")).Find("[data-display]")!.GetAttribute("data-page-key");
        Assert.Equal(today, (await wall.OpenAsync("/display/main/now")).Find("[data-page-key]")!.GetAttribute("data-page-key"));

        Server.Pass(minutes: 24 * 60);

        Assert.NotEqual(today, (await wall.OpenAsync("/display/main/now")).Find("[data-page-key]")!.GetAttribute("data-page-key"));
    }

    [Theory]
    [InlineData("/display/nowhere")]
    [InlineData("/display/nowhere/now")]
    public async Task An_unknown_desk_leads_nowhere(string address) => Assert.Equal(HttpStatusCode.NotFound, (await wall.OpenAsync(address)).Status);

    private async Task<string> NoticeAsync() => (await wall.OpenAsync("/display/main")).Find(".display-notice-title")!.TextContent;
}
