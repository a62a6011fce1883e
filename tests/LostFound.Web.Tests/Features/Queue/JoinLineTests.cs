using System.Net;
using LostFound.Queueing;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Queue;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>Guests take a place, with JavaScript off.</summary>
public sealed class JoinLineTests : ServerTest
{
    [Fact]
    public async Task A_double_tap_a_second_form_and_a_later_visit_are_one_place()
    {
        using var phone = Server.NewBrowser();
        var (first, second) = (await phone.OpenAsync("/q?desk=main"), await phone.OpenAsync("/q?desk=main"));

        var pages = await Task.WhenAll(
            phone.SendAsync(first, "form[action='/q']", ("wish", "report")),
            phone.SendAsync(first, "form[action='/q']", ("wish", "report")),
            phone.SendAsync(second, "form[action='/q']", ("wish", "report")));
        var later = await phone.OpenAsync("/q");

        Assert.Single(pages.Append(later).Select(p => p.Address.AbsolutePath).Distinct(StringComparer.Ordinal));
        var ticket = Assert.Single(await Server.TicketsAsync());
        Assert.Equal((1, Lane.Report, JoinedFrom.Poster), (ticket.Number, ticket.Lane, ticket.From));
        Assert.NotNull(ticket.GuestKey);
    }

    [Fact]
    public async Task Who_joins_is_told_an_honest_time_and_the_rule()
    {
        await Server.OpenAsync(1, AtTheLine.Maya);
        for (var i = 0; i < 4; i++)
            await Server.TakeAsync(Lane.Report);
        Server.Pass(minutes: 0.1);

        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;

        Assert.Matches(@"^About \d+ to \d+ minutes\. We’ll call you by 15:\d\d\.$", page.Headline);
        Assert.Equal("4", page.Find("[data-ahead]")!.TextContent);
        Assert.Contains("second time about the same loss", page.Find("#order")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"30\" /></noscript>", page.Html, StringComparison.Ordinal);
        var ticket = (await Server.TicketsAsync())[^1];
        Assert.Equal(ticket.FirstToldBy, ticket.ToldBy);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Nobody_waiting_and_a_free_counter_mean_no_time_at_all()
    {
        await Server.OpenAsync(1, AtTheLine.Maya);

        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;

        Assert.Equal("You’re next.", page.Headline);
        Assert.Null(Assert.Single(await Server.TicketsAsync()).FirstToldBy);
    }

    [Fact]
    public async Task Nobody_is_asked_to_come_to_a_desk_without_an_open_counter()
    {
        var (phone, page) = await Server.JoinAsync();
        using var _ = phone;

        Assert.Contains("nothing to come to the Guest Services desk for yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("We call you when one opens.", page.Text, StringComparison.Ordinal);

        await Server.OpenAsync(1, AtTheLine.Maya);
        Assert.Contains("Please come to the Guest Services desk now", (await phone.OpenAsync(page.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claims_guest_joins_from_the_claims_page_and_sees_the_place_there()
    {
        using var guest = Server.NewBrowser();
        var claim = await guest.FileClaimAsync();

        var form = await guest.OpenAsync($"{claim.Address.AbsolutePath}/line");
        var page = await guest.SendAsync(form, $"form[action='{claim.Address.AbsolutePath}/line']", ("wish", "ask"));

        Assert.Equal(claim.Address.AbsolutePath, page.Address.AbsolutePath);
        Assert.Equal("1", page.Number());
        var ticket = Assert.Single(await Server.TicketsAsync());
        Assert.Equal((Lane.SecondContact, JoinedFrom.Claim, true), (ticket.Lane, ticket.From, ticket.TokenHash is null));
        Assert.EndsWith(claim.Address.AbsolutePath, (await guest.OpenAsync($"{claim.Address.AbsolutePath}/line")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_is_ready_is_collected_at_the_desk_where_the_item_lies()
    {
        using var guest = Server.NewBrowser();
        var claim = await guest.FileClaimAsync();
        var id = (await Server.Store.OnlyClaimAsync()).Id;
        await Server.Store.SetStatusAsync(id, ClaimStatus.ReadyToCollect);
        await Server.AddItemAsync(item => { item.Desk = "harbour"; item.ClaimId = id; item.Status = Web.Features.Items.ItemStatus.OnHold; return item; });

        var form = await guest.OpenAsync($"{claim.Address.AbsolutePath}/line");
        await guest.SendAsync(form, $"form[action='{claim.Address.AbsolutePath}/line']");

        var ticket = Assert.Single(await Server.TicketsAsync());
        Assert.Equal(("harbour", Lane.Collect), (ticket.Desk, ticket.Lane));
    }

    [Fact]
    public async Task A_booked_time_takes_the_place_of_waiting_and_a_slot_never_holds_more_than_the_venue_says()
    {
        var slot = new DateTime(2026, 7, 4, 15, 0, 0, DateTimeKind.Utc);
        var (phone, _) = await Server.JoinAsync();
        using var __ = phone;
        var key = (await Server.TicketsAsync())[0].GuestKey;

        var taken = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var outcome = await Server.DoAsync<BookTime, Web.Shared.Outcome<TakenPlace>>(use =>
                use.HandleAsync(new JoinInput(Guid.NewGuid(), "main", Lane.Report, JoinedFrom.Poster, GuestKey: i == 0 ? key : null), slot, default));
            taken.Add(outcome.Succeeded ? "booked" : outcome.Refusal.Message);
        }

        Assert.Equal(["booked", "booked", "That time was just taken by somebody else. Choose another one.", "That time was just taken by somebody else. Choose another one."], taken);
        Assert.Equal(TicketState.Left, (await Server.TicketsAsync())[0].State);
        Assert.Equal("You’re booked for 16:00.", (await phone.OpenAsync("/q")).Headline);
        Assert.DoesNotContain(slot, await Server.DoAsync<BookTime, IReadOnlyList<DateTime>>(use => use.FreeSlotsAsync("main")));
    }

    [Fact]
    public async Task A_closed_desk_says_when_it_opens_and_offers_a_time()
    {
        // 03:00 at the venue: closed since half past midnight, open again at 09:00.
        Server.Pass(minutes: 12 * 60);
        using var phone = Server.NewBrowser();

        var form = await phone.OpenAsync("/q?desk=main");
        var page = await phone.SendAsync(form, "form[action='/q']", ("wish", "report"));

        Assert.Equal("The desk is closed now. It opens 09:00.", form.Headline);
        Assert.Equal("You’re booked for 09:00.", page.Headline);
    }

    [Fact]
    public async Task A_full_line_says_so_and_keeps_what_was_chosen()
    {
        var desk = "main";
        await Server.Store.WriteAsync(db =>
        {
            for (var n = 1; n <= 400; n++)
                db.Tickets.Add(new Ticket { Id = Guid.NewGuid(), Desk = desk, Day = new DateOnly(2026, 7, 4), Number = n, Lane = Lane.Report, From = JoinedFrom.Staff, JoinedAt = Server.Clock.GetUtcNow().UtcDateTime });
            return Task.CompletedTask;
        }, default);
        using var phone = Server.NewBrowser();

        var page = await phone.SendAsync(await phone.OpenAsync("/q?desk=main"), "form[action='/q']", ("wish", "report"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("The line is full right now", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Find("input[name=wish][value=report][checked]"));
    }

    [Fact]
    public async Task Every_token_that_opens_nothing_gets_the_same_answer_and_no_log_holds_a_token()
    {
        using var log = Server.CaptureLog();
        var (phone, real) = await Server.JoinAsync();
        using var _ = phone;
        var token = real.Address.AbsolutePath.Split('/')[2];
        var answers = new List<string>();
        foreach (var wrong in new[] { (token[0] == 'A' ? 'B' : 'A') + token[1..], "short", "AAAAAAAAAAAAAAAAAAAAAA", "~" })
        {
            foreach (var part in new[] { "", "/status" })
            {
                using var stranger = Server.NewBrowser();
                var page = await stranger.OpenAsync($"/q/{wrong}{part}");
                answers.Add($"{page.Status}\n{page.Html}");
            }
        }

        Assert.StartsWith("NotFound", Assert.Single(answers.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(token, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_take_a_place_for_a_guest_without_a_phone_and_print_a_slip_that_opens_it()
    {
        using var agent = await Server.SignInAsync();

        var slip = await agent.SendAsync(await agent.OpenAsync("/queue/join"), "form[action='/queue/join']", ("lane", "Collect"), ("how", "slip"), ("name", "Mara"));

        Assert.StartsWith("/queue/slip/", slip.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("1", slip.Find(".slip-number")!.TextContent);
        var ticket = Assert.Single(await Server.TicketsAsync());
        Assert.Equal((JoinedFrom.Kiosk, Lane.Collect, "Mara", (DateTime?)null), (ticket.From, ticket.Lane, ticket.Name, ticket.ArrivedAt));
        Assert.NotNull((await agent.OpenAsync("/queue/poster")).Find(".poster-qr svg"));
    }
}
