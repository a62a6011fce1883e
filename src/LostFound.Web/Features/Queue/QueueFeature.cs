using LostFound.Web.Features.Queue.Desk;
using LostFound.Web.Features.Queue.Guest;

namespace LostFound.Web.Features.Queue;

/// <summary>The virtual line: guests take a place on the phone and come once, when they are called.</summary>
public static class QueueFeature
{
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<TicketTokens>();
        services.AddSingleton<ReadLine>();
        services.AddSingleton<MeasureLine>();
        services.AddSingleton<RetellLine>();
        services.AddSingleton<LineSnapshots>();
        services.AddSingleton<PlaceTaking>();
        services.AddScoped<ReadPlace>();
        services.AddScoped<JoinQuestion>();
        services.AddScoped<JoinLine>();
        services.AddScoped<BookTime>();
        services.AddScoped<LeaveLine>();
        services.AddScoped<ArriveAtDesk>();
        services.AddScoped<OpenCounter>();
        services.AddScoped<PauseCounter>();
        services.AddScoped<CloseCounter>();
        services.AddScoped<CallNext>();
        services.AddScoped<CallAgain>();
        services.AddScoped<MarkNoShow>();
        services.AddScoped<StartServing>();
        services.AddScoped<FinishServing>();
        services.AddScoped<Transfer>();
        services.AddSingleton<TidyLines>();
        services.AddHostedService(provider => provider.GetRequiredService<TidyLines>());
        services.AddSingleton<LineBroadcast>();
        services.AddHostedService(provider => provider.GetRequiredService<LineBroadcast>());
        return services;
    }

    public static IEndpointRouteBuilder MapQueue(this IEndpointRouteBuilder app)
    {
        PlacePages.Map(app);
        ClaimPlacePages.Map(app);
        TakeForGuest.Map(app);
        return app;
    }
}
