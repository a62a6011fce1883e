using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>The mail server is down, refuses, falls silent; ours is stopped in the middle. Nothing is lost and nothing doubled.</summary>
public sealed class MailTroubleTests : NotificationTest
{
    [Fact]
    public async Task A_mail_server_that_is_down_for_an_hour_loses_and_doubles_nothing()
    {
        var claim = await FileAsync();
        await Mail.GoDownAsync();
        await TellAsync(claim.Id, ClaimEventKind.NothingYet);
        for (var minute = 0; minute < 60; minute++)
        {
            if (minute is 20 or 40)
                await TellAsync(claim.Id, ClaimEventKind.Asked, ClaimStatus.Asking);
            await SendAsync(TimeSpan.FromMinutes(1));
        }
        Assert.Single(Mail.Mails);
        Mail.ComeBack();

        for (var look = 0; look < 40; look++)
            await SendAsync(TimeSpan.FromMinutes(5));

        // What was tried while the server was down, and all that came after it in one.
        Assert.Equal(["Nothing yet, and we’re still looking", "We have a question for you"], Mail.Mails.Skip(1).Select(m => m.Subject));
        Assert.Equal(3, Mail.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(await RowsAsync(), row => Assert.Equal(NotificationState.Sent, row.State));
    }

    [Fact]
    public async Task A_mail_that_was_taken_but_never_acknowledged_is_sent_again_under_its_own_id()
    {
        Mail.Answers["DATA."] = "";
        await FileAsync();
        Assert.Equal(NotificationState.Waiting, Assert.Single(await RowsAsync()).State);
        Mail.Answers.Clear();

        await SendAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, Mail.Mails.Count);
        Assert.Single(Mail.Mails.Select(m => m.MessageId).Distinct());
        Assert.Equal(NotificationState.Sent, Assert.Single(await RowsAsync()).State);
    }

    [Fact]
    public async Task A_server_stopped_between_sending_and_writing_it_down_sends_again_under_the_same_id()
    {
        Mail.Answers["DATA."] = "";
        await Guest.FileClaimAsync();
        await Sender.SweepAsync(default);
        Server.Clock.Advance(TimeSpan.FromMinutes(2));
        using var crash = new CancellationTokenSource();
        var sending = Sender.SweepAsync(crash.Token);
        while (Mail.Mails.Count == 0)
            await Task.Yield();
        await crash.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Mail.Answers.Clear();

        await Server.RestartAsync("--LostFound:ConfigFolder", Folder.Path);
        await SendAsync(TimeSpan.FromMinutes(5));
        await SendAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, Mail.Mails.Count);
        Assert.Single(Mail.Mails.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task What_the_server_refuses_for_now_is_tried_again_ever_more_rarely()
    {
        Mail.Answers["MAIL"] = "421 too busy";
        await FileAsync();
        for (var minute = 0; minute < 60; minute++)
            await SendAsync(TimeSpan.FromMinutes(1));
        var row = Assert.Single(await RowsAsync());
        Assert.InRange(row.Attempts, 5, 7);
        Assert.Contains("421", row.LastError, StringComparison.Ordinal);
        Mail.Answers.Clear();

        await SendAsync(TimeSpan.FromHours(1.5));

        Assert.Single(Mail.Mails);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_given_up_at_once_and_tried_again_by_a_person()
    {
        var supervisor = await Server.SignInAsync(StaffRole.Supervisor, "Ines");
        Mail.Answers["RCPT"] = "550 no such user";
        var claim = await FileAsync();
        var page = await supervisor.OpenAsync("/board/notifications");
        Assert.Equal("One message to a guest could not be sent", page.Headline);
        Assert.Contains(claim.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("550", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yuki", page.Text, StringComparison.OrdinalIgnoreCase);
        Mail.Answers.Clear();

        await supervisor.SendAsync(page, "form[action$='/again']");
        await SendAsync();

        Assert.Single(Mail.Mails);
        Assert.Equal("All messages to guests go out", (await supervisor.OpenAsync("/board/notifications")).Headline);
    }

    [Fact]
    public async Task After_many_attempts_it_is_given_up()
    {
        Mail.Answers["EHLO"] = "421 closed";
        Mail.Answers["HELO"] = "421 closed";
        await FileAsync();
        for (var look = 0; look < 40; look++)
            await SendAsync(TimeSpan.FromHours(3));

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(NotificationState.Dead, row.State);
        Assert.Equal(NotificationLimits.Attempts, row.Attempts);
    }

    [Fact]
    public async Task Agents_dont_see_the_outbox()
    {
        var agent = await Server.SignInAsync();
        Assert.DoesNotContain("Messages to guests", (await agent.OpenAsync("/board/notifications")).Html, StringComparison.Ordinal);
    }
}
