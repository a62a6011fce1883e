using LostFound.Web.Features.Promises.Desk;

namespace LostFound.Web.Features.Promises;

/// <summary>What guests are told, by when, and that it is kept.</summary>
public static class PromisesFeature
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<NextWord>();
        services.AddSingleton<KeepPromises>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepPromises>());
        services.AddSingleton<KeepByPerson>();
        services.AddSingleton<MovePromise>();
        services.AddSingleton<ExplainMiss>();
        services.AddSingleton<ReadPromises>();
        return services;
    }

    public static IEndpointRouteBuilder MapPromises(this IEndpointRouteBuilder app)
    {
        PromisePages.Map(app);
        return app;
    }
}
