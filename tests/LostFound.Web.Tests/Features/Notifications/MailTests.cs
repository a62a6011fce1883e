using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Features.Notifications.Senders;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

public sealed class MailTests : NotificationTest
{
    [Fact]
    public async Task Who_files_a_claim_has_its_link_in_the_mailbox()
    {
        await FileAsync();

        var mail = Assert.Single(Mail.Mails);
        Assert.Equal(["Yuki@Example.com"], mail.To);
        Assert.Contains("lost@park.example.org", mail.Header("From")!, StringComparison.Ordinal);
        Assert.Contains("desk@park.example.org", mail.Header("Reply-To")!, StringComparison.Ordinal);
        Assert.Matches("^<[0-9a-f]{32}@park.example.org>$", mail.MessageId);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("We have your report", mail.Subject, StringComparison.Ordinal);
        var page = await Guest.OpenAsync(new Uri(mail.Link).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"href=\"{mail.Link}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Hello Yuki Tanaka,", mail.Plain, StringComparison.Ordinal);
        Assert.Equal($"<{mail.Link}/tell-me>", mail.Header("List-Unsubscribe"));
    }

    [Fact]
    public async Task What_happens_within_minutes_is_one_mail_that_says_what_matters_first()
    {
        var claim = await FileAsync();
        await TellAsync(claim.Id, ClaimEventKind.NothingYet);
        await TellAsync(claim.Id, ClaimEventKind.ReadyToCollect, ClaimStatus.ReadyToCollect);
        await SendAsync();
        await SendAsync();

        Assert.Equal(2, Mail.Mails.Count);
        Assert.Equal("Good news: please come and collect", Mail.Mails[1].Subject);
    }

    [Fact]
    public async Task A_question_that_was_answered_meanwhile_is_no_news()
    {
        var claim = await FileAsync();
        await TellAsync(claim.Id, ClaimEventKind.Asked, ClaimStatus.Asking);
        await Sender.SweepAsync(default);
        await Server.Store.SetStatusAsync(claim.Id, ClaimStatus.Looking);
        await SendAsync();

        Assert.Single(Mail.Mails);
        Assert.Equal([NotificationState.Sent, NotificationState.Dropped], (await RowsAsync()).Select(n => n.State));
    }

    [Fact]
    public async Task A_name_cannot_add_a_header_and_markup_stays_text()
    {
        var mark = "Eve\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script>";
        var text = new MessageText(mark, mark, [mark], "Open", "Key", "Choose", mark, mark);
        var message = new OutgoingMessage(Guid.NewGuid(), "eve@example.org", "en", mark, text, "https://lost.example.org/c/token");
        var rules = Configuration.VenueFolder.Good(Folder.Load()).Notifications;

        Assert.Equal(DeliveryResult.Taken, (await new SmtpSender(new OutgoingSecrets("", "")).SendAsync(message, rules, default)).Result);
        var nobody = await new SmtpSender(new OutgoingSecrets("", "")).SendAsync(message with { To = "a@b.example\r\nBcc: everybody@example.org" }, rules, default);

        Assert.Equal(DeliveryResult.Never, nobody.Result);
        var mail = Assert.Single(Mail.Mails);
        Assert.Equal(["eve@example.org"], mail.To);
        Assert.Equal(0, mail.CountOf("Bcc"));
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_to_stop_stops_nothing_and_one_tap_there_stops_all()
    {
        var claim = await FileAsync();
        var choose = new Uri(Mail.Mails[0].Link).AbsolutePath + "/tell-me";
        var page = await Guest.OpenAsync(choose);
        await TellAsync(claim.Id, ClaimEventKind.NothingYet);
        await SendAsync();
        Assert.Equal(2, Mail.Mails.Count);

        var stopped = await Guest.SendAsync(page, "form[action$='/tell-me/stop']");
        await TellAsync(claim.Id, ClaimEventKind.ReadyToCollect, ClaimStatus.ReadyToCollect);
        await SendAsync();

        Assert.Contains("no more", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(2, Mail.Mails.Count);
    }

    [Fact]
    public async Task Who_wants_only_what_needs_them_is_not_told_that_there_is_nothing()
    {
        var claim = await FileAsync();
        var page = await Guest.OpenAsync(new Uri(Mail.Mails[0].Link).AbsolutePath);
        await Guest.SendAsync(page, "form.tell-me-form", ("by", "email"), ("kinds", "needed"));
        await TellAsync(claim.Id, ClaimEventKind.NothingYet);
        await SendAsync();
        Assert.Single(Mail.Mails);

        await TellAsync(claim.Id, ClaimEventKind.Asked, ClaimStatus.Asking);
        await SendAsync();

        Assert.Equal("We have a question for you", Mail.Mails[1].Subject);
    }

    [Fact]
    public async Task No_token_and_no_address_is_stored_or_logged_in_clear()
    {
        var log = Server.CaptureLog();
        Mail.Answers["RCPT"] = "451 not now for Yuki@Example.com";
        await FileAsync();

        var row = Assert.Single(await RowsAsync());
        Assert.DoesNotContain("yuki@example.com", row.LastError, StringComparison.OrdinalIgnoreCase);
        var claim = await Server.Store.OnlyClaimAsync();
        Assert.NotNull(claim.Link);
        Assert.True(claim.Link.Length > LinkSecret.TextLength);
        Assert.DoesNotContain("example.com", log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_kind_of_news_has_its_words()
    {
        var claim = await FileAsync();
        var mails = Mail.Mails.Count;
        foreach (var kind in Enum.GetValues<ClaimEventKind>().Where(k => ToldOf.Of(k).Telling != Telling.Nothing && k is not ClaimEventKind.StaffWrote))
        {
            var status = kind switch
            {
                ClaimEventKind.Asked => ClaimStatus.Asking,
                ClaimEventKind.ReadyToCollect or ClaimEventKind.StillHere => ClaimStatus.ReadyToCollect,
                _ => ClaimStatus.Looking,
            };
            await TellAsync(claim.Id, kind, status);
            // Another day each, for the day's limit.
            await SendAsync(TimeSpan.FromDays(1));
            await SendAsync();
            Assert.True(Mail.Mails.Count == ++mails, $"{kind} was not told");
        }
    }
}
