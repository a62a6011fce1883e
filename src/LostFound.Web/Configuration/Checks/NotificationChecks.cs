using System.Net;
using System.Net.Mail;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>What is sent to guests carries the link to their page, so it must not travel in the clear.</summary>
internal static class NotificationChecks
{
    private const string File = FileNames.Notifications;

    public static void Check(ConfigFiles files, CheckReport report)
    {
        var rules = files.Notifications;
        if (rules.QuietHours.From == rules.QuietHours.To)
            report.Add(File, "quietHours.to", "The quiet hours end when they begin. Without quiet hours guests would be woken at night: give them an end.");
        if (rules.Smtp is { } smtp)
            CheckSmtp(smtp, report);
        if (rules.Webhook is { } webhook && !IsSafe(webhook.Url))
            report.Add(File, "webhook.url", $"'{webhook.Url}' must be an address that begins with https://. Only a gateway on this machine may go without.");
        if ((rules.Smtp is not null || rules.Webhook is not null) && files.Venue.PublicUrl.Length == 0)
            report.Add(FileNames.Venue, "publicUrl", $"{File} sends guests a link to their page, and the link begins with this address. Write it like https://lost.example.org.");
        report.MustDiffer(FileNames.QuickReplies, "quick reply", files.QuickReplies.Replies.Select((reply, i) => (ConfigPath.Of("replies", i, "key"), reply.Key)));
    }

    private static void CheckSmtp(SmtpServer smtp, CheckReport report)
    {
        if (!MailAddress.TryCreate(smtp.From, out _))
            report.Add(File, "smtp.from", $"'{smtp.From}' is not an e-mail address.");
        if (smtp.ReplyTo.Length > 0 && !MailAddress.TryCreate(smtp.ReplyTo, out _))
            report.Add(File, "smtp.replyTo", $"'{smtp.ReplyTo}' is not an e-mail address.");
        if (smtp.Security == SmtpSecurity.None && !IsThisMachine(smtp.Host))
            report.Add(File, "smtp.security", $"E-mails to {smtp.Host} would travel unencrypted, guests' links in them. Take \"starttls\", or a relay on this machine.");
    }

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
