using System.Globalization;
using Bunit;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Tests.Ui;

public sealed class StatusComponentTests : UiTest
{
    private static readonly VenueTime Tokyo = new(
        TimeZoneInfo.CreateCustomTimeZone("venue", TimeSpan.FromHours(9), "venue", "venue"), Utc(21, 9, 0));

    private static readonly TimelineEvent[] Story =
    [
        new(Utc(21, 8, 50), "You hear from us again") { Upcoming = true },
        new(Utc(21, 8, 55), "Second"),
        new(Utc(21, 7, 12), "First"),
    ];

    [Theory]
    [InlineData(21, 9, 40, "18:40")]
    [InlineData(20, 15, 0, "00:00")] // UTC says yesterday, the venue says today
    [InlineData(20, 14, 59, "Fri 20 Nov, 23:59")]
    [InlineData(28, 9, 40, "Sat 28 Nov, 18:40")]
    public void A_moment_is_said_as_people_at_the_venue_would(int day, int hour, int minute, string said)
        => Assert.Equal(said, Tokyo.Describe(Utc(day, hour, minute)));

    [Fact]
    public void Another_year_is_named()
        => Assert.Equal("Thu 1 Jan 2026, 09:00", (Tokyo with { NowUtc = Utc(21, 9, 0).AddYears(1) }).Describe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void A_time_element_carries_UTC_for_machines()
    {
        var time = Render<LocalTime>(set => set.Add(it => it.At, Utc(21, 9, 40)).Add(it => it.Venue, Tokyo));
        time.MarkupMatches("<time datetime=\"2026-11-21T09:40:00Z\">18:40</time>");
    }

    [Fact]
    public void A_timeline_tells_the_story_in_order_and_an_overdue_promise_still_comes_last()
    {
        var line = Render<Timeline>(set => set.Add(it => it.Events, Story).Add(it => it.Venue, Tokyo));
        Assert.Equal(["First", "Second", "You hear from us again"], line.FindAll("ol > li .timeline-title").Select(title => title.TextContent));
        Assert.Equal("by 17:50", line.FindAll(".timeline-time")[^1].TextContent.Trim());
    }

    [Fact]
    public void A_timeline_can_stand_on_its_head()
    {
        var line = Render<Timeline>(set => set.Add(it => it.Events, Story).Add(it => it.Venue, Tokyo).Add(it => it.NewestFirst, true));
        Assert.Equal(["You hear from us again", "Second", "First"], line.FindAll(".timeline-title").Select(title => title.TextContent));
        Assert.True(line.Find("ol").HasAttribute("reversed"));
    }

    [Fact]
    public void An_explanation_puts_the_strongest_reason_first_whichever_way_it_points()
    {
        var why = Render<Explanation>(set => set.Add(it => it.Lines,
            [new ExplanationLine("weak", 0.4), new ExplanationLine("against", -7.25), new ExplanationLine("for", 42)]));
        Assert.Equal(["for", "against", "weak"], why.FindAll(".explanation-words").Select(words => words.TextContent));
        Assert.Equal(["+42.0 bits", "\u22127.3 bits", "+0.4 bits"], why.FindAll(".explanation-bits").Select(bits => bits.TextContent));
        Assert.Equal(["bar bar-10", "bar bar-7", "bar bar-0"], why.FindAll(".bar").Select(bar => bar.ClassName));
    }

    [Theory]
    [InlineData("K7Q2M4XC", "K7Q2|M4XC")]
    [InlineData("K7Q2M4XCZ", "K7Q|2M4|XCZ")]
    [InlineData("K7Q2M4X", "K7Q2|M4X")]
    [InlineData("H4KPT2", "H4K|PT2")]
    [InlineData("AB", "AB")]
    public void A_tag_is_read_in_even_groups_and_copied_whole(string code, string groups)
    {
        var tag = Render<TagText>(set => set.Add(it => it.Code, code));
        Assert.Equal(groups.Split('|'), tag.FindAll(".tag-group").Select(group => group.TextContent));
        Assert.Equal(code, tag.Find(".tag").TextContent);
    }

    [Fact]
    public void An_error_banner_interrupts_and_any_other_waits()
    {
        Assert.NotNull(Render<Banner>(set => set.Add(it => it.Tone, Tone.Error)).Find("[role=alert] svg"));
        Assert.NotNull(Render<Banner>(set => set.Add(it => it.Tone, Tone.Success)).Find("[role=status] svg"));
    }

    [Fact]
    public void A_number_has_colour_only_with_an_action()
    {
        var calm = Render<StatTile>(set => set.Add(it => it.Number, "12").Add(it => it.Label, "Waiting"));
        Assert.Empty(calm.FindAll(".needs-action"));
        var alarm = Render<StatTile>(set => set.Add(it => it.Number, "12").Add(it => it.Label, "Waiting").Add(it => it.Action, "Open a counter"));
        Assert.Equal("Open a counter", alarm.Find(".needs-action .stat-action").TextContent.Trim());
    }

    [Fact]
    public void A_change_link_names_what_it_changes()
    {
        var row = Render<SummaryRow>(set => set.Add(it => it.Key, "Brand").Add(it => it.ChangeHref, "/claim#brand"));
        Assert.Equal("Change Brand", row.Find("a").TextContent);
        Assert.Equal("Not given", row.Find(".summary-value").TextContent.Trim());
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 3, "next:2")]
    [InlineData(2, 3, "prev:1 next:3")]
    [InlineData(3, 3, "prev:2")]
    public void A_pager_offers_only_pages_that_exist(int page, int count, string links)
    {
        var pager = Render<Pager>(set => set.Add(it => it.Page, page).Add(it => it.PageCount, count).Add(it => it.Href, number => number.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(links, string.Join(' ', pager.FindAll("a").Select(link => $"{link.GetAttribute("rel")}:{link.GetAttribute("href")}")));
    }

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, DateTimeKind.Utc);
}
