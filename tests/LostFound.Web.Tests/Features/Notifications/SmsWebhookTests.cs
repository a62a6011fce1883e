using System.Collections.Concurrent;
using System.Text.Json;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Features.Notifications.Senders;
using LostFound.Web.Tests.Features.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>A guest who gave a telephone number only, and a gateway that checks every signature.</summary>
public sealed class SmsWebhookTests : NotificationTest
{
    private const string Secret = "between us and the gateway";
    private readonly ConcurrentQueue<(string Key, JsonElement Body, bool Signed)> texts = new();
    private WebApplication gateway = null!;
    private int status = 202;

    protected override async Task PrepareAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gateway = builder.Build();
        gateway.MapPost("/sms", TakeAsync);
        await gateway.StartAsync();
    }

    protected override async Task CleanUpAsync() => await gateway.DisposeAsync();

    protected override string Webhook => $", \"webhook\": {{ \"url\": \"{gateway.Urls.First()}/sms\", \"timeoutSeconds\": 5 }}";

    protected override string[] Settings => ["--LostFound:Webhook:Secret", Secret];

    [Fact]
    public async Task A_guest_without_an_email_address_gets_a_signed_text_with_the_link()
    {
        await FileByPhoneAsync();

        var (_, body, signed) = Assert.Single(texts);
        Assert.True(signed);
        Assert.Equal("+81450000000", body.GetProperty("to").GetString());
        Assert.Contains("https://lost.example.org/c/", body.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Empty(Mail.Mails);
    }

    [Fact]
    public async Task A_gateway_in_trouble_gets_it_again_under_the_same_key()
    {
        status = 503;
        await FileByPhoneAsync();
        Assert.Equal(NotificationState.Waiting, Assert.Single(await RowsAsync()).State);
        status = 202;

        await SendAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, texts.Count);
        Assert.Single(texts.Select(t => t.Key).Distinct());
        Assert.Equal(NotificationState.Sent, Assert.Single(await RowsAsync()).State);
    }

    [Fact]
    public async Task What_the_gateway_refuses_is_given_up()
    {
        status = 422;
        await FileByPhoneAsync();

        Assert.Equal(NotificationState.Dead, Assert.Single(await RowsAsync()).State);
    }

    private async Task FileByPhoneAsync()
    {
        var page = await Guest.AnswerUpToAsync("contact");
        page = await Guest.SendAsync(page, GuestBrowser.Form, ("name", "Yuki Tanaka"), ("email", ""), ("phone", "+81 45 000 0000"));
        await Guest.SendAsync(page, GuestBrowser.Form);
        await SendAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var id = request.Headers["webhook-id"].ToString();
        var expected = SmsWebhookSender.Sign(Secret, id, long.Parse(request.Headers["webhook-timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture), body);
        texts.Enqueue((request.Headers["Idempotency-Key"].ToString(), JsonDocument.Parse(body).RootElement, request.Headers["webhook-signature"] == expected));
        return Results.StatusCode(status);
    }
}
