using System.Net;
using LostFound.Queueing;
using LostFound.Web.Features.Queue;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The lines on the supervisors' board, and what was measured of them.</summary>
public sealed class BoardLineTests() : SignedInTest(StaffRole.Supervisor, "Sam")
{
    [Fact]
    public async Task A_desk_without_a_line_takes_no_room_on_the_board() =>
        Assert.Null((await Agent.OpenAsync("/board")).Find(".line-tile"));

    [Fact]
    public async Task A_calm_line_says_so_and_asks_for_nothing()
    {
        await Server.OpenAsync(1, AtTheLine.Maya);

        var tile = (await Agent.OpenAsync("/board")).Find(".line-tile")!;

        Assert.Contains("1 counter open", tile.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "–", "0"], tile.QuerySelectorAll("dd").Take(3).Select(dd => dd.FirstChild!.TextContent));
        Assert.DoesNotContain("Number", tile.TextContent, StringComparison.Ordinal);
        Assert.Equal("Guest Services desk", tile.QuerySelector(".line-tile-name a")!.TextContent);
        Assert.Single((await Agent.OpenAsync("/board")).Document.QuerySelectorAll(".line-tile"));
    }

    [Fact]
    public async Task A_long_line_raises_alarms_that_say_what_to_do_and_asks_for_more_counters()
    {
        await Server.OpenAsync(1, AtTheLine.Maya);
        for (var i = 0; i < 21; i++)
            await Server.TakeAsync(Lane.Report, JoinedFrom.Poster);
        Server.Pass(minutes: 31);
        using var later = await Server.SignInAsync(StaffRole.Supervisor, "Sam");
        var board = await later.OpenAsync("/board");

        Assert.Equal("/board", board.Address.AbsolutePath);
        var tile = board.Find(".line-tile.needs-action")!;

        Assert.Equal(["21", "31"], tile.QuerySelectorAll("dd").Take(2).Select(dd => dd.FirstChild!.TextContent));
        var words = tile.QuerySelectorAll(".stat-action").Select(action => action.TextContent.Trim()).ToList();
        Assert.Contains("Number 1 has waited 31 minutes: go and speak to them", words);
        Assert.Contains(words, w => w.StartsWith("21 guests wait, more than 20", StringComparison.Ordinal));
        Assert.Contains(words, w => w.StartsWith("Who joins now may wait", StringComparison.Ordinal));
        Assert.Contains(words, w => w.StartsWith("Open ", StringComparison.Ordinal) && w.Contains("more counter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guests_and_nobody_at_a_counter_is_an_alarm_by_itself()
    {
        await Server.TakeAsync(Lane.Report, JoinedFrom.Poster);

        Assert.Contains("1 guest waits and nobody is at a counter: open one", (await Agent.OpenAsync("/board")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_guests_waited_is_measured_by_lane_and_hour_standing_apart()
    {
        var counter = await Server.OpenAsync(1, AtTheLine.Maya);
        var guest = (await Server.TakeAsync(Lane.Collect, JoinedFrom.Poster)).Value;
        Server.Pass(minutes: 12);
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        Server.Pass(minutes: 5);
        await Server.DoAsync<ArriveAtDesk, Outcome<bool>>(use => use.HandleAsync(guest.TicketId, default));
        Server.Pass(minutes: 1);
        await Server.DoAsync<StartServing, Outcome<bool>>(use => use.HandleAsync(counter, AtTheLine.Maya, default));
        Server.Pass(minutes: 4);
        await Server.DoAsync<FinishServing, Outcome<bool>>(use => use.HandleAsync(counter, guest.TicketId, AtTheLine.Maya, default));
        using var later = await Server.SignInAsync(StaffRole.Supervisor, "Sam");

        var page = await later.OpenAsync("/board/line");

        Assert.Equal("/board/line", page.Address.AbsolutePath);
        string[] measured = ["All day", "1", "12 / 12", "5 / 5", "1 / 1", "4 / 4"];
        Assert.Equal(measured, Cells(page, ".measured-all tr"));
        Assert.Equal(["15:00", .. measured[1..]], Cells(page, "tbody:not(.measured-all) tr"));
        Assert.Contains("Nine in ten stood at the desk for a minute or less.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Find(".measured-plot rect.p90"));
    }

    [Fact]
    public async Task A_day_without_guests_says_so_and_is_for_supervisors_only()
    {
        Assert.Contains("Nobody joined this line on that day.", (await Agent.OpenAsync("/board/line?desk=harbour&day=2026-07-01")).Text, StringComparison.Ordinal);
        using var agent = await Server.SignInAsync();
        Assert.Equal("/not-allowed", (await agent.OpenAsync("/board/line")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await Agent.OpenAsync("/board/line?desk=gone&day=yesterday")).Status);
    }

    private static string[] Cells(Page page, string row) => [.. page.Find(row)!.Children.Select(cell => cell.TextContent)];
}
