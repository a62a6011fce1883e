using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Notifications.Senders;

/// <summary>
/// E-mail by the venue's own mail server. The framework's client does what is needed here, plain and encrypted;
/// should it one day not, this class is all that changes.
/// </summary>
public sealed class SmtpSender(OutgoingSecrets secrets) : INotificationSender
{
    public NotificationChannel Channel => NotificationChannel.Email;

    public bool IsSetUp(NotificationsFile rules) => rules.Smtp is not null;

    public async Task<Delivery> SendAsync(OutgoingMessage message, NotificationsFile rules, CancellationToken cancellation)
    {
        var server = rules.Smtp!;
        if (!MailAddress.TryCreate(message.To, out var to))
            return Delivery.Never("The guest’s e-mail address is not one.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(server.TimeoutSeconds));
        using var mail = Write(message, server, to);
        using var client = Connect(server);
        try
        {
            await client.SendMailAsync(mail, patience.Token).WaitAsync(patience.Token);
            return Delivery.Taken;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Delivery.Later($"The mail server didn’t answer within {server.TimeoutSeconds} seconds.");
        }
        catch (SmtpException problem) when (!cancellation.IsCancellationRequested)
        {
            return Judge(problem, to);
        }
    }

    /// <summary>Always the same for a message: a second copy of it is known for one.</summary>
    public static string MessageId(Guid id, SmtpServer server) => $"<{id:N}@{new MailAddress(server.From).Host}>";

    private SmtpClient Connect(SmtpServer server) => new(server.Host, server.Port)
    {
        EnableSsl = server.Security == SmtpSecurity.Starttls,
        Credentials = server.User.Length > 0 ? new NetworkCredential(server.User, secrets.SmtpPassword) : null,
        DeliveryFormat = SmtpDeliveryFormat.International,
    };

    private static MailMessage Write(OutgoingMessage message, SmtpServer server, MailAddress to)
    {
        var mail = new MailMessage(new MailAddress(server.From, GuestText.CleanLine(message.Venue)), to)
        {
            Subject = GuestText.CleanLine(message.Text.Subject),
            SubjectEncoding = Encoding.UTF8,
        };
        if (server.ReplyTo.Length > 0)
            mail.ReplyToList.Add(server.ReplyTo);
        mail.Headers["Message-ID"] = MessageId(message.Id, server);
        // Out-of-office answers and other robots stay silent (RFC 3834).
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["Content-Language"] = message.Language;
        if (message.Link is { } link)
            mail.Headers["List-Unsubscribe"] = $"<{MailText.ChooseAddress(link)}>";
        mail.AlternateViews.Add(Part(MailText.Plain(message), MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(Part(MailText.Html(message), MediaTypeNames.Text.Html));
        return mail;
    }

    private static AlternateView Part(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    /// <summary>Final is only what the server says about this one guest: a wrong password or a full disk is mended by somebody.</summary>
    private static Delivery Judge(SmtpException problem, MailAddress to)
    {
        var code = (int)problem.StatusCode;
        var said = problem.InnerException?.Message is { } inner ? $"{problem.Message} {inner}" : problem.Message;
        // Servers repeat the address that they refuse.
        var reason = said.Replace(to.Address, "(the guest’s address)", StringComparison.OrdinalIgnoreCase);
        return problem is SmtpFailedRecipientException && code is >= 550 and <= 559
            ? Delivery.Never(string.Create(CultureInfo.InvariantCulture, $"{code}: {reason}"))
            : Delivery.Later(code > 0 ? string.Create(CultureInfo.InvariantCulture, $"{code}: {reason}") : reason);
    }
}

/// <summary>What never stands in a file of the venue's: from the environment only.</summary>
/// <param name="SmtpPassword"><c>LostFound__Smtp__Password</c>.</param>
/// <param name="WebhookSecret"><c>LostFound__Webhook__Secret</c>.</param>
public sealed record OutgoingSecrets(string SmtpPassword, string WebhookSecret)
{
    public static OutgoingSecrets Read(IConfiguration configuration) =>
        new(configuration["LostFound:Smtp:Password"] ?? "", configuration["LostFound:Webhook:Secret"] ?? "");

    public override string ToString() => "(secrets)";
}
