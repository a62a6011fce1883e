namespace LostFound.Web.Features.Promises;

/// <summary>What guests are told, by when, and that it is kept.</summary>
public static class PromisesFeature
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<NextWord>();
        services.AddSingleton<KeepPromises>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepPromises>());
        return services;
    }
}
