namespace LostFound.Web.Features.Retention;

/// <summary>For how long things are kept, how they are treated meanwhile, and what becomes of them.</summary>
public static class RetentionFeature
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton<DisposeItem>();
        services.AddSingleton<DisposePages>();
        services.AddSingleton<DueItems>();
        return services;
    }

    public static IEndpointRouteBuilder MapRetention(this IEndpointRouteBuilder app)
    {
        DueItems.Map(app);
        DisposePages.Map(app);
        return app;
    }
}
