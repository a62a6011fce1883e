namespace LostFound.Web.Features.Valuables;

/// <summary>Cash, counted by two people and kept under a seal.</summary>
public static class ValuablesFeature
{
    public static IServiceCollection AddValuables(this IServiceCollection services)
    {
        services.AddSingleton<CountTickets>();
        services.AddSingleton<CountCash>();
        services.AddSingleton<ReportBrokenSeal>();
        services.AddSingleton<ValuablesPages>();
        return services;
    }

    public static IEndpointRouteBuilder MapValuables(this IEndpointRouteBuilder app)
    {
        ValuablesPages.Map(app);
        return app;
    }
}
