namespace LostFound.Web.Configuration;

/// <summary>Puts the venue's configuration into the application.</summary>
public static class ConfigurationFeature
{
    public static IServiceCollection AddVenueConfiguration(this IServiceCollection services, ConfigStore store)
    {
        services.AddSingleton(store);
        services.AddHostedService<ConfigWatcher>();
        return services;
    }

    public static IEndpointRouteBuilder MapVenueConfiguration(this IEndpointRouteBuilder routes)
    {
        VenueStylesheetEndpoint.Map(routes);
        return routes;
    }
}
