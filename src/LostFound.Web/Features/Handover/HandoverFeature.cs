using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Handover;

/// <summary>Scanning at the desk, and releasing items to their owners.</summary>
public static class HandoverFeature
{
    public static IServiceCollection AddHandover(this IServiceCollection services)
    {
        services.AddSingleton<ReadItemInHand>();
        services.AddSingleton<ReadReceipt>();
        services.AddSingleton<RefuseScan>();
        services.AddSingleton<ReadRefusedScans>();
        services.AddScoped<ScanTag>();
        services.AddSingleton<SigningTickets>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<HandoverPages>();
        return services;
    }

    public static IEndpointRouteBuilder MapHandover(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("").RequireAuthorization(Policies.Agent);
        ScanPages.Map(staff);
        RefusedScansPages.Map(app);
        HandoverPages.Map(staff);
        ReadReceipt.Map(staff);
        return app;
    }
}
