using LostFound.Web.Features.Notifications.Guest;
using LostFound.Web.Features.Notifications.Outbox;
using LostFound.Web.Features.Notifications.Senders;

namespace LostFound.Web.Features.Notifications;

/// <summary>
/// Tells guests of news while their page is closed: by e-mail, by text, and on a page that is open behind others. No
/// feature calls it: it follows the claims' events.
/// </summary>
public static class NotificationsFeature
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(OutgoingSecrets.Read(configuration));
        services.AddSingleton<INotificationSender, SmtpSender>();
        services.AddSingleton<INotificationSender, SmsWebhookSender>();
        services.AddSingleton<FillOutbox>();
        services.AddSingleton<ComposeNotification>();
        services.AddSingleton<SendNotifications>();
        services.AddHostedService(provider => provider.GetRequiredService<SendNotifications>());
        services.AddScoped<ChooseNotifications>();
        services.AddScoped<ReadOutbox>();
        services.AddScoped<TryAgain>();
        return services;
    }

    public static IEndpointRouteBuilder MapNotifications(this IEndpointRouteBuilder app)
    {
        TellMePages.Map(app);
        TellMeWorker.Map(app);
        OutboxPages.Map(app);
        return app;
    }
}
