using System.Net;
using LostFound.Queueing;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Queue;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The counters, as staff run them without a script: forms and reloads.</summary>
public sealed class CounterTests : SignedInTest
{
    [Fact]
    public async Task Two_counters_call_and_each_has_a_guest_of_its_own()
    {
        await TakeAsync(Lane.Report, Lane.Collect, Lane.SecondContact);
        using var jonas = await Server.SignInAsync(staffName: "Jonas", deviceName: "Desk 2");
        var first = await Agent.OpenCounterAsync();
        var second = await jonas.OpenCounterAsync(2);
        Assert.Equal(["3", "1", "2"], first.Waiting());
        Assert.Contains("comes before everybody else", first.Find(".counter-why")!.TextContent, StringComparison.Ordinal);

        first = await Agent.PressAsync(first, "next");
        second = await jonas.PressAsync(second, "next", 2);

        Assert.Equal("3", first.BigNumber());
        Assert.Equal("1", second.BigNumber());
        Assert.Equal(["2"], second.Waiting());
        Assert.Contains("with number 3", second.Find("[aria-labelledby=others-title]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_guest_comes_for_is_on_screen_before_they_arrive_with_the_bin_to_fetch_it_from()
    {
        var (claim, item) = await Server.AddPairAsync();
        await Server.Store.WriteAsync(db => db.Items.Where(i => i.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Bin, "A3").SetProperty(i => i.Desk, "main")), default);
        await Agent.SendAsync(await Agent.OpenAsync($"/desk?claim={claim.Id}"), "form#confirm-form");
        await Server.DoAsync<JoinLine, Outcome<TakenPlace>>(use => use.HandleAsync(new JoinInput(Guid.NewGuid(), "main", Lane.Collect, JoinedFrom.Claim, claim.Id), default));

        var page = await Agent.PressAsync(await Agent.OpenCounterAsync(), "next");

        Assert.Equal("A3", page.Find(".guest-fetch .guest-bin")!.TextContent);
        Assert.Equal($"/handover/{item.Id}", page.Find(".guest-fetch a")!.GetAttribute("href"));
        Assert.Contains("Initials M.K. inside the lid", page.Find(".versus")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("on the way", page.Find(".guest-who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Match confirmed, guest called", page.Find("#guest-history")!.TextContent, StringComparison.Ordinal);
        var strip = await Agent.OpenAsync("/desk");
        Assert.Contains("Fetch A3.", strip.Find(".counter-strip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_contact_has_the_whole_history_open()
    {
        var claim = await Server.AddClaimAsync();
        await Server.DoAsync<JoinLine, Outcome<TakenPlace>>(use => use.HandleAsync(new JoinInput(Guid.NewGuid(), "main", Lane.SecondContact, JoinedFrom.Claim, claim.Id), default));
        await Server.Store.WriteAsync(db =>
        {
            db.Messages.Add(new Message { Id = Guid.NewGuid(), ClaimId = claim.Id, From = MessageFrom.Guest, Text = "Er lag unter der Bank", Language = "de", At = Server.Clock.GetUtcNow().UtcDateTime });
            return Task.CompletedTask;
        }, default);

        var page = await Agent.PressAsync(await Agent.OpenCounterAsync(), "next");

        Assert.Contains("Don’t ask anything twice", page.Find(".return-panel")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("#guest-history")!.HasAttribute("open"));
        Assert.Contains("Took a place in line, number 1", page.Find("#guest-history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("de", "Er lag unter der Bank"), (page.Find("#guest-history blockquote")!.GetAttribute("lang"), page.Find("#guest-history blockquote")!.TextContent));
        Assert.Equal($"/claims/{claim.Id}", page.Find(".guest-claim a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_guest_who_does_not_come_is_called_twice_then_the_place_is_kept_and_they_may_come_back()
    {
        var gone = (await Server.TakeAsync(Lane.Report, JoinedFrom.Poster)).Value;
        Server.Pass(minutes: 1);
        await TakeAsync(Lane.Report);
        var page = await Agent.PressAsync(await Agent.OpenCounterAsync(), "next");
        Assert.Contains("Call again from", page.Find(".counter-actions")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find("form[action$='/keep']"));

        Server.Pass(minutes: 4);
        page = await Agent.PressAsync(await Agent.OpenAsync("/desk/counter"), "again");
        page = await Agent.PressAsync(page, "keep");

        Assert.Equal("2", page.BigNumber());
        Assert.Contains("Called twice, place kept", page.Find(".counter-side")!.TextContent, StringComparison.Ordinal);
        var ticket = await Agent.SendAsync(await Agent.OpenAsync($"/desk/tickets/{gone.TicketId}"), "form[action$='/here']");
        Assert.Contains("In line since", ticket.Text, StringComparison.Ordinal);
        Assert.Equal(["1"], (await Agent.OpenAsync("/desk/counter")).Waiting());
    }

    [Fact]
    public async Task A_page_from_before_never_acts_on_whoever_is_there_now()
    {
        var left = (await Server.TakeAsync(Lane.Report)).Value;
        await TakeAsync(Lane.Report);
        var old = await Agent.PressAsync(await Agent.OpenCounterAsync(), "next");
        await Server.DoAsync<LeaveLine, Outcome<bool>>(use => use.HandleAsync(left.TicketId, default));
        await Agent.PressAsync(await Agent.OpenAsync("/desk/counter"), "next");

        var page = await Agent.PressAsync(old, "here");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Number 1 gave up the place meanwhile. This is how it stands now.", page.Text, StringComparison.Ordinal);
        Assert.Equal("2", page.BigNumber());
        Assert.Equal(TicketState.Called, (await Server.TicketsAsync())[1].State);
    }

    [Fact]
    public async Task Done_and_next_is_one_tap_and_twice_the_same_tap_is_one()
    {
        await TakeAsync(Lane.Report, Lane.Collect, Lane.Collect);
        var page = await Agent.PressAsync(await Agent.PressAsync(await Agent.OpenCounterAsync(), "next"), "here");

        var next = await Agent.PressAsync(page, "done");
        var again = await Agent.PressAsync(page, "done");

        Assert.Equal("2", next.BigNumber());
        Assert.Equal("2", again.BigNumber());
        Assert.Equal([TicketState.Served, TicketState.Called, TicketState.Waiting], (await Server.TicketsAsync()).Select(t => t.State));
    }

    [Fact]
    public async Task A_guest_is_passed_on_to_another_desk_with_the_arrival_of_before()
    {
        var joined = (await Server.TakeAsync(Lane.Collect)).Value;
        var before = await Server.TicketAsync(joined.TicketId);
        var page = await Agent.PressAsync(await Agent.OpenCounterAsync(), "next");

        page = await Agent.SendAsync(page, $"form[action='/desk/tickets/{joined.TicketId}/pass-on']", ("to", "harbour/Collect"));

        Assert.Null(page.Find(".guest-card"));
        var after = await Server.TicketAsync(joined.TicketId);
        Assert.Equal(("harbour", TicketState.Waiting, before.JoinedAt), (after.Desk, after.State, after.JoinedAt));
    }

    [Fact]
    public async Task A_walk_up_gets_a_number_to_be_told_and_a_slip()
    {
        var page = await Agent.SendAsync(await Agent.OpenCounterAsync(), "form[action='/desk/walk-up']", ("name", "Mr Okafor"), ("lane", "Report"));

        Assert.Equal("Number 1", page.Find("h1")!.FirstChild!.TextContent.Trim());
        Assert.Contains("Tell them: number 1", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Agent.OpenAsync(page.Find("a[href^='/queue/slip/']")!.GetAttribute("href")!)).Status);
        Assert.Contains("Mr Okafor", (await Agent.OpenAsync("/desk/counter")).Find(".counter-why")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_a_colleagues_counter_and_a_paused_one_calls_nobody()
    {
        await TakeAsync(Lane.Report);
        using var jonas = await Server.SignInAsync(staffName: "Jonas", deviceName: "Desk 2");
        var choice = await jonas.OpenAsync("/desk/counter");
        var mine = await Agent.OpenCounterAsync();

        var refused = await jonas.SendAsync(choice, "form[action='/desk/counter/open']", ("counter", "1"));
        var paused = await Agent.PressAsync(mine, "pause");
        var late = await Agent.PressAsync(mine, "next");

        Assert.Contains("Maya is at counter 1", refused.Text, StringComparison.Ordinal);
        Assert.Contains("This counter is on a pause", paused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(TicketState.Waiting, Assert.Single(await Server.TicketsAsync()).State);
    }

    private async Task TakeAsync(params Lane[] lanes)
    {
        foreach (var lane in lanes)
        {
            Assert.True((await Server.TakeAsync(lane)).Succeeded);
            Server.Pass(minutes: .5);
        }
    }
}
