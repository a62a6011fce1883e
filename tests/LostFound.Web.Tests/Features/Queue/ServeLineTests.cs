using LostFound.Queueing;
using LostFound.Web.Features.Queue;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>Counters call, guests come or don't, and every movement is written down.</summary>
public sealed class ServeLineTests : ServerTest
{
    private Guid counter;

    protected override async Task ArrangeAsync()
    {
        counter = await Server.OpenAsync(1, AtTheLine.Maya);
    }

    [Fact]
    public async Task Of_two_counters_that_call_at_once_one_gets_the_guest()
    {
        var other = await Server.OpenAsync(2, AtTheLine.Jonas);
        await Server.TakeAsync(Lane.Report);

        var calls = await Task.WhenAll(Server.CallNextAsync(counter, AtTheLine.Maya), Server.CallNextAsync(other, AtTheLine.Jonas));

        Assert.Single(calls, c => c.Succeeded);
        Assert.Equal("Nobody is waiting right now.", calls.Single(c => !c.Succeeded).Refusal!.Message);
        Assert.Single(await Server.Store.ReadAsync(db => db.Counters.Where(c => c.TicketId != null).ToListAsync()));
    }

    [Fact]
    public async Task The_same_tap_twice_calls_one_guest_and_a_busy_counter_calls_nobody()
    {
        await Server.TakeAsync(Lane.Report);
        await Server.TakeAsync(Lane.Report);
        var tap = Guid.NewGuid();

        var first = await Server.CallNextAsync(counter, AtTheLine.Maya, tap);
        var again = await Server.CallNextAsync(counter, AtTheLine.Maya, tap);
        var another = await Server.CallNextAsync(counter, AtTheLine.Maya);

        Assert.Equal(first.Value.TicketId, again.Value.TicketId);
        Assert.Equal(RefusalKind.Conflict, another.Refusal!.Kind);
        Assert.Equal([TicketState.Called, TicketState.Waiting], (await Server.TicketsAsync()).Select(t => t.State));
    }

    [Fact]
    public async Task Second_contacts_come_first_and_whoever_is_passed_reads_why()
    {
        var (phone, _) = await Server.JoinAsync();
        using var __ = phone;
        Server.Pass(minutes: 1);
        var second = (await Server.TakeAsync(Lane.SecondContact)).Value;

        var called = (await Server.CallNextAsync(counter, AtTheLine.Maya)).Value;

        Assert.Equal((second.TicketId, OrderReason.SecondContact, 1), (called.TicketId, called.Reason, called.Passed));
        Server.Pass(minutes: 0.1);
        var page = await phone.OpenAsync("/q");
        Assert.Contains("second time about the same loss", page.Find("[data-pass=SecondContact]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-pass=BookedTimeDue][hidden]"));
    }

    [Fact]
    public async Task A_booked_time_is_called_when_it_is_due_and_not_before()
    {
        var slot = new DateTime(2026, 7, 4, 14, 20, 0, DateTimeKind.Utc);
        var booked = (await Server.DoAsync<BookTime, Outcome<TakenPlace>>(use =>
            use.HandleAsync(new JoinInput(Guid.NewGuid(), "main", Lane.Report, JoinedFrom.Poster), slot, default))).Value;
        Assert.False((await Server.CallNextAsync(counter, AtTheLine.Maya)).Succeeded);
        Server.Pass(minutes: 19);
        await Server.TakeAsync(Lane.Report);
        Server.Pass(minutes: 1);

        var called = (await Server.CallNextAsync(counter, AtTheLine.Maya)).Value;

        Assert.Equal((booked.TicketId, OrderReason.BookedTimeDue), (called.TicketId, called.Reason));
    }

    [Fact]
    public async Task Called_twice_is_kept_and_back_in_time_is_first_again()
    {
        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;
        await Server.TakeAsync(Lane.Report);
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        Assert.Equal("Come now: counter 1.", (await phone.OpenAsync("/q")).Headline);

        Assert.False((await CallAgainAsync()).Succeeded);
        Assert.False((await NoShowAsync()).Succeeded);
        Server.Pass(minutes: 3);
        Assert.True((await CallAgainAsync()).Succeeded);
        Assert.True((await NoShowAsync()).Succeeded);
        var kept = await phone.OpenAsync("/q");
        Assert.Equal("We called you twice. Your place is kept until 15:13.", kept.Headline);
        Assert.Null(await Server.Store.ReadAsync(db => db.Counters.Select(c => c.TicketId).SingleAsync()));

        Server.Pass(minutes: 9);
        var back = await phone.SendAsync(kept, "form[action$='/here']");
        Assert.Equal("You’re next.", back.Headline);
        Assert.Equal(page.Number(), (await Server.CallNextAsync(counter, AtTheLine.Maya)).Value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var ticket = (await Server.TicketsAsync())[0];
        Assert.Equal(
            [TicketEventKind.Joined, TicketEventKind.Called, TicketEventKind.CalledAgain, TicketEventKind.Kept, TicketEventKind.CameBack, TicketEventKind.Arrived, TicketEventKind.Called],
            (await EventsAsync(ticket.Id)).Select(e => e.Kind).Where(k => k != TicketEventKind.Told));
        Assert.True(ticket.FirstCalledAt < ticket.CalledAt);
    }

    [Fact]
    public async Task A_place_is_given_up_when_nobody_comes_while_it_is_kept()
    {
        var (phone, _) = await Server.JoinAsync();
        using var __ = phone;
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        Server.Pass(minutes: 3);
        await CallAgainAsync();
        await NoShowAsync();
        Server.Pass(minutes: 11);
        await Server.Services.GetRequiredService<TidyLines>().SweepAsync(default);

        var ticket = Assert.Single(await Server.TicketsAsync());
        Assert.Equal(TicketState.NoShow, ticket.State);
        Assert.False((await Server.DoAsync<ArriveAtDesk, Outcome<bool>>(use => use.HandleAsync(ticket.Id, default))).Succeeded);
        var again = await phone.SendAsync(await phone.OpenAsync("/q?desk=main"), "form[action='/q']", ("wish", "report"));
        Assert.Equal("2", again.Number());
    }

    [Fact]
    public async Task Every_wait_is_measured_standing_apart_from_waiting_elsewhere()
    {
        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;
        Server.Pass(minutes: 8);
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        Server.Pass(minutes: 2);
        await phone.SendAsync(await phone.OpenAsync("/q"), "form[action$='/here']");
        Server.Pass(minutes: 1);
        var ticket = (await Server.TicketsAsync())[0];
        await Server.ServeAsync(counter, ticket.Id, AtTheLine.Maya);

        ticket = await Server.TicketAsync(ticket.Id);
        Assert.Equal([8, 2, 1], new[] { ticket.CalledAt - ticket.JoinedAt, ticket.ArrivedAt - ticket.CalledAt, ticket.StartedAt - ticket.ArrivedAt }.Select(t => t!.Value.TotalMinutes));
        Assert.Equal("You were served.", (await phone.OpenAsync(page.Address.AbsolutePath)).Headline);
    }

    [Fact]
    public async Task A_wait_that_grows_is_told_by_how_much_and_why()
    {
        var other = await Server.OpenAsync(2, AtTheLine.Jonas);
        for (var i = 0; i < 6; i++)
            await Server.TakeAsync(Lane.Report);
        var (phone, first) = await Server.JoinAsync();
        using var _ = phone;

        await Server.DoAsync<CloseCounter, Outcome<bool>>(use => use.HandleAsync(other, default));
        Server.Pass(minutes: 15);
        var page = await phone.OpenAsync("/q");

        Assert.NotEqual(first.Headline, page.Headline);
        Assert.Matches(@"That is \d+ minutes later than we told you \(15:\d\d\), because fewer counters are open now\. We’re sorry\.", page.Text);
    }

    [Fact]
    public async Task Leaving_is_said_once_or_twice_and_frees_the_counter()
    {
        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;
        await Server.CallNextAsync(counter, AtTheLine.Maya);

        var left = await phone.SendAsync(page, "form[action$='/leave']");
        var twice = await phone.SendAsync(page, "form[action$='/leave']");

        Assert.Equal(["You gave up your place.", "You gave up your place."], [left.Headline, twice.Headline]);
        Assert.Null(await Server.Store.ReadAsync(db => db.Counters.Select(c => c.TicketId).SingleAsync()));
    }

    [Fact]
    public async Task Passed_on_to_another_desk_a_guest_keeps_the_arrival_and_gets_a_number_there()
    {
        var taken = (await Server.TakeAsync(Lane.Report)).Value;
        var joined = (await Server.TicketAsync(taken.TicketId)).JoinedAt;
        await Server.CallNextAsync(counter, AtTheLine.Maya);
        Server.Pass(minutes: 2);

        await Server.DoAsync<Transfer, Outcome<int>>(use => use.HandleAsync(taken.TicketId, "harbour", Lane.Collect, AtTheLine.Maya, default));

        var ticket = await Server.TicketAsync(taken.TicketId);
        Assert.Equal(("harbour", Lane.Collect, TicketState.Waiting, joined), (ticket.Desk, ticket.Lane, ticket.State, ticket.JoinedAt));
        Assert.True((await Server.DoAsync<CloseCounter, Outcome<bool>>(use => use.HandleAsync(counter, default))).Succeeded);
    }

    private Task<Outcome<DateTime>> CallAgainAsync() => Server.DoAsync<CallAgain, Outcome<DateTime>>(use => use.HandleAsync(counter, AtTheLine.Maya, default));

    private Task<Outcome<bool>> NoShowAsync() => Server.DoAsync<MarkNoShow, Outcome<bool>>(use => use.HandleAsync(counter, AtTheLine.Maya, default));

    private Task<List<TicketEvent>> EventsAsync(Guid ticketId) => Server.Store.ReadAsync(db => db.TicketEvents.Where(e => e.TicketId == ticketId).OrderBy(e => e.Id).ToListAsync());
}
