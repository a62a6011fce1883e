using System.Globalization;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Tests.Configuration;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>A venue with a mail server, a gateway for texts if the test starts one, and a guest. It is 15:00 there, on a Saturday.</summary>
public abstract class NotificationTest : IAsyncLifetime
{
    internal VenueFolder Folder { get; } = new();

    protected MailServer Mail { get; } = new();

    protected TestServer Server { get; private set; } = null!;

    protected Browser Guest { get; private set; } = null!;

    protected virtual string Webhook => "";

    protected virtual string[] Settings => [];

    /// <summary>What must run before the venue's server does.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected virtual Task CleanUpAsync() => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        Folder.Replace("venue.json", "\"publicUrl\": \"\"", "\"publicUrl\": \"https://lost.example.org\"");
        await File.WriteAllTextAsync(Folder["notifications.json"], $$"""
            {
              "quietHours": { "from": "21:30", "to": "08:00" }, "mostPerDay": 3,
              "smtp": { "host": "127.0.0.1", "port": {{Mail.Port.ToString(CultureInfo.InvariantCulture)}}, "security": "none", "from": "lost@park.example.org", "replyTo": "desk@park.example.org", "timeoutSeconds": 1 }
              {{Webhook}}
            }
            """);
        Server = await TestServer.StartAsync(null, [.. Settings, "--LostFound:ConfigFolder", Folder.Path]);
        Guest = Server.NewBrowser();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
        await CleanUpAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected SendNotifications Sender => Server.Services.GetRequiredService<SendNotifications>();

    /// <summary>Files a claim, and has its receipt sent.</summary>
    protected async Task<Claim> FileAsync()
    {
        await Guest.FileClaimAsync();
        // Nothing but what a test does makes news.
        await Server.StopKeepingPromisesAsync();
        await SendAsync();
        return await Server.Store.OnlyClaimAsync();
    }

    /// <summary>Lets the minute of gathering pass, and the worker look.</summary>
    protected async Task SendAsync(TimeSpan? after = null)
    {
        Server.Clock.Advance(after ?? TimeSpan.FromSeconds(61));
        await Sender.SweepAsync(default);
    }

    protected Task TellAsync(Guid claimId, ClaimEventKind kind, ClaimStatus? status = null) => Server.Store.WriteAsync(async db =>
    {
        var now = Server.Clock.GetUtcNow().UtcDateTime;
        db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, At = now, Kind = kind, ComparedUntil = kind == ClaimEventKind.NothingYet ? now : null });
        if (status is { } become)
            (await db.Claims.SingleAsync(c => c.Id == claimId)).Status = become;
    }, default);

    protected Task<List<Notification>> RowsAsync() => Server.Store.ReadAsync(db => db.Notifications.OrderBy(n => n.FirstEvent).ToListAsync());
}
