namespace LostFound.Web.Features.Sync;

/// <summary>Registering without a network: the page that a device keeps, and how it tells the server afterwards.</summary>
public static class SyncFeature
{
    public static IServiceCollection AddSync(this IServiceCollection services)
    {
        services.AddSingleton<DeliverItem>();
        services.AddSingleton<KioskShell>();
        return services;
    }

    public static IEndpointRouteBuilder MapSync(this IEndpointRouteBuilder app)
    {
        SyncEndpoints.Map(app);
        KioskShell.Map(app);
        return app;
    }
}
