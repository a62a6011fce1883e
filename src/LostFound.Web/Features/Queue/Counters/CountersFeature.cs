using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>The counters: where the line is served.</summary>
public static class CountersFeature
{
    public static IServiceCollection AddCounters(this IServiceCollection services)
    {
        services.AddSingleton<ReadGuest>();
        services.AddSingleton<ReadCounter>();
        services.AddScoped<CounterPages>();
        services.AddScoped<CounterActions>();
        services.AddScoped<LineActions>();
        return services;
    }

    public static IEndpointRouteBuilder MapCounters(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("").RequireAuthorization(Policies.Agent);
        CounterPages.Map(staff);
        CounterActions.Map(staff);
        LineActions.Map(staff);
        return app;
    }
}
