using Bunit;
using LostFound.Queueing;
using LostFound.Web.Features.Queue.Display;
using LostFound.Web.Features.Queue.Outlook;
using LostFound.Web.Shared.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Ui;

public sealed class LineComponentTests : UiTest
{
    private static readonly DateTime Now = new(2026, 7, 4, 18, 0, 0, DateTimeKind.Utc);
    private static readonly VenueTime Time = new(TimeZoneInfo.Utc, Now);

    public LineComponentTests() => Services.AddSingleton<IPageContext>(new UnbrandedPageContext());

    [Fact]
    public void The_wall_shows_the_latest_call_largest_and_only_as_many_as_it_has_room_for()
    {
        var wall = Render<DisplayNumbers>(set => set.Add(it => it.Model, Model(calls: 7)));

        Assert.Equal(["Number 7", "Number 6", "Number 5", "Number 4", "Number 3"], wall.FindAll(".display-number").Select(n => n.TextContent));
        Assert.Equal("Number 7", wall.Find(".is-latest .display-number").TextContent);
        Assert.Single(wall.FindAll(".is-coming[data-call]"));
        Assert.Equal("18:00", wall.Find("[data-as-of] time").TextContent);
    }

    [Fact]
    public void A_notice_alone_fills_the_wall_and_beside_calls_it_stands_above_them()
    {
        var closed = new DisplayNotice("Closed now", "We open at 09:00.");
        Assert.Contains("is-alone", Render<DisplayNumbers>(set => set.Add(it => it.Model, Model(0) with { Notice = closed })).Find(".display-notice").ClassList);
        var beside = Render<DisplayNumbers>(set => set.Add(it => it.Model, Model(1) with { Notice = closed }));
        Assert.DoesNotContain("is-alone", beside.Find(".display-notice").ClassList);
        Assert.Contains("with-notice", beside.Find(".display-list").ClassList);
    }

    [Fact]
    public void A_lines_tile_is_coloured_only_when_somebody_should_act()
    {
        var calm = Render<LineTile>(set => set.Add(it => it.Line, Tile(asks: false)).Add(it => it.Time, Time));
        Assert.DoesNotContain("needs-action", calm.Find(".line-tile").ClassList);
        Assert.Empty(calm.FindAll(".stat-action"));

        var busy = Render<LineTile>(set => set.Add(it => it.Line, Tile(asks: true)).Add(it => it.Time, Time));
        Assert.Contains("needs-action", busy.Find(".line-tile").ClassList);
        Assert.Equal("Open 1 more counter by 19:20 to keep everyone under 15 minutes", busy.Find(".stat-action").TextContent.Trim());
        Assert.Equal("Peak, 18:30", busy.FindAll("dt")[^1].TextContent);
        Assert.Contains("18:30: 8 waiting, nine in ten under 22 minutes", busy.Find("svg[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private static DisplayModel Model(int calls) => new()
    {
        Venue = Time, Desk = "main", DeskName = "Main desk", Sequence = 1, PageKey = "a-1",
        Calls = [.. Enumerable.Range(1, calls).Reverse().Select(n => new DisplayCall(n, n, Now.AddMinutes(n - 10), n == calls))],
        Kept = [], Waits = [new DisplayWait("Collect", "5–9")], Waiting = 3, Notice = null,
    };

    private static LineAtBoard Tile(bool asks) => new(
        "main", "Main desk", 3, 1, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(15),
        [Point(0, 3, 9), Point(30, 8, 22), Point(60, 2, 5)],
        asks ? "Open 1 more counter by 19:20 to keep everyone under 15 minutes" : "The open counters keep everyone under 15 minutes for two hours.", asks, []);

    private static ForecastPoint Point(int inMinutes, double waiting, int p90) =>
        new(Now.AddMinutes(inMinutes), waiting, TimeSpan.FromMinutes(p90 / 2.0), TimeSpan.FromMinutes(p90));
}
