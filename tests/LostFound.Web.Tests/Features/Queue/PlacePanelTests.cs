using Bunit;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Queue.Guest;
using LostFound.Web.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The guest's place by itself: what stands there in which state.</summary>
public sealed class PlacePanelTests : UiTest
{
    private static readonly PlaceView Waiting = new()
    {
        Desk = "main",
        DeskName = "Guest Services desk",
        DeskWhere = "Lantern Square",
        Number = 17,
        Stage = PlaceStage.Waiting,
        Headline = null,
        Wait = new WaitView(12, 20, "14:40"),
        Next = "You needn’t stand in line.",
        Ahead = 3,
        MayLeave = true,
    };

    [Fact]
    public void Waiting_is_a_range_a_time_and_a_place_and_the_script_can_find_each()
    {
        var panel = Show(Waiting);
        Assert.Equal("About 12 to 20 minutes. We’ll call you by 14:40.", panel.Find("h1").TextContent);
        Assert.Equal("3", panel.Find("[data-ahead]").TextContent);
        Assert.Equal("20", panel.Find("[data-to]").TextContent);
        Assert.All(panel.FindAll("[data-pass]"), line => Assert.True(line.HasAttribute("hidden")));
        Assert.Empty(panel.FindAll("form[action$='/here']"));
    }

    [Fact]
    public void A_call_stands_out_and_can_be_answered()
    {
        var panel = Show(Waiting with { Stage = PlaceStage.Other, Wait = null, Headline = "Come now: counter 2.", Ahead = null, IsUrgent = true, MayArrive = true });
        Assert.Equal("yes", panel.Find(".place.is-urgent").GetAttribute("data-urgent"));
        Assert.Equal("/q/token/here", panel.Find("form").GetAttribute("action"));
    }

    [Fact]
    public void Why_somebody_was_called_before_is_said_in_general_terms()
    {
        var panel = Show(Waiting with { Passes = [PassReason.BookedTimeDue], Grew = "That is 10 minutes later than we told you (14:30), because fewer counters are open now. We’re sorry." });
        var shown = Assert.Single(panel.FindAll("[data-pass]:not([hidden])"));
        Assert.Contains("had booked this time", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 minutes later", panel.Find(".banner").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_means_a_new_place_and_nothing_else_to_do()
    {
        var panel = Show(Waiting with { Stage = PlaceStage.Other, Wait = null, Headline = "You were served.", Ahead = null, MayLeave = false, IsOver = true });
        Assert.Equal("/q?desk=main", panel.Find("a.btn").GetAttribute("href"));
        Assert.Empty(panel.FindAll("form"));
    }

    private IRenderedComponent<PlacePanel> Show(PlaceView view)
    {
        Services.AddAntiforgery();
        Services.AddHttpContextAccessor();
        return Render<PlacePanel>(set => set.Add(p => p.View, view).Add(p => p.Address, "/q/token").Add(p => p.AgainAddress, "/q?desk=main"));
    }
}
