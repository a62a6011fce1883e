namespace LostFound.Web.Features.Staff;

/// <summary>Who works here, on which devices, and how they sign in.</summary>
public static class StaffFeature
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddSingleton<EnrolledDevice>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<Lock>();
        services.AddSingleton<EnrolDevice>();
        return services;
    }

    public static IEndpointRouteBuilder MapStaff(this IEndpointRouteBuilder app)
    {
        SignInPages.Map(app);
        Lock.Map(app);
        EnrolDevice.Map(app);
        return app;
    }
}
