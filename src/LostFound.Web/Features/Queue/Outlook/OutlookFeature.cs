namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>The line as supervisors see it: before it forms on the board, and measured afterwards.</summary>
public static class OutlookFeature
{
    public static IServiceCollection AddLineOutlook(this IServiceCollection services)
    {
        services.AddSingleton<TypicalArrivals>();
        services.AddSingleton<LineOutlooks>();
        services.AddSingleton<ReadLines>();
        services.AddSingleton<ReadMeasuredWaits>();
        return services;
    }

    public static IEndpointRouteBuilder MapLineOutlook(this IEndpointRouteBuilder app)
    {
        MeasuredLinePages.Map(app);
        return app;
    }
}
