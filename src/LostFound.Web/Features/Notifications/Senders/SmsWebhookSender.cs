using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Notifications.Senders;

/// <summary>
/// Hands a text to the venue's SMS gateway: JSON over https, signed as Standard Webhooks 1.0 has it (HMAC-SHA256 over
/// id, time and body), with the id as idempotency key, so that a gateway may drop what it has already.
/// </summary>
public sealed class SmsWebhookSender(OutgoingSecrets secrets, TimeProvider clock) : INotificationSender, IDisposable
{
    // A redirect could lead a guest's number to anywhere.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public NotificationChannel Channel => NotificationChannel.Sms;

    public bool IsSetUp(NotificationsFile rules) => rules.Webhook is not null;

    public async Task<Delivery> SendAsync(OutgoingMessage message, NotificationsFile rules, CancellationToken cancellation)
    {
        var webhook = rules.Webhook!;
        if (secrets.WebhookSecret.Length == 0)
            return Delivery.Later("LostFound__Webhook__Secret is not set, so the gateway could not know that this comes from us.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(webhook.TimeoutSeconds));
        using var request = Write(message, webhook);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Judge(answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Delivery.Later($"The gateway didn’t answer within {webhook.TimeoutSeconds} seconds.");
        }
        catch (HttpRequestException problem)
        {
            return Delivery.Later($"The gateway could not be reached: {problem.HttpRequestError}.");
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>The signature header for a body, as the gateway computes it too.</summary>
    public static string Sign(string secret, string id, long unixSeconds, string body) => "v1," + Convert.ToBase64String(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.{body}"))));

    private HttpRequestMessage Write(OutgoingMessage message, SmsWebhook webhook)
    {
        var id = message.Id.ToString("N");
        var sentAt = clock.GetUtcNow().ToUnixTimeSeconds();
        var body = JsonSerializer.Serialize(new { id, to = Dialled(message.To), text = TextOf(message), language = message.Language });
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", sentAt.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(secrets.WebhookSecret, id, sentAt, body));
        request.Headers.Add("Idempotency-Key", id);
        return request;
    }

    /// <summary>The link is what the guest needs; when all is too long, the words give way.</summary>
    private static string TextOf(OutgoingMessage message)
    {
        var link = message.Link is { } address ? $" {address}" : "";
        var room = NotificationLimits.SmsLength - link.Length;
        return (message.Text.Short.Length <= room ? message.Text.Short : message.Text.Short[..(room - 1)] + "…") + link;
    }

    private static string Dialled(string phone) => string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    private static Delivery Judge(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Delivery.Taken,
        // Its own trouble, or "not so fast", or a key that somebody will mend.
        401 or 403 or 404 or 408 or 409 or 425 or 429 or >= 500 or (>= 300 and < 400) => Delivery.Later($"The gateway answered {(int)status}."),
        var code => Delivery.Never($"The gateway refused it with {code}."),
    };
}
