using LostFound.Web.Features.Staff.Admin;

namespace LostFound.Web.Features.Staff;

/// <summary>Who works here, on which devices, and how they sign in.</summary>
public static class StaffFeature
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddSingleton<EnrolledDevice>();
        services.AddSingleton<ProvePin>();
        services.AddSingleton<SecondPerson>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<Lock>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<EnrolDevice>();
        services.AddSingleton<AdminPages>();
        services.AddSingleton<AddStaff>();
        services.AddSingleton<ChangeStaff>();
        services.AddSingleton<ResetPin>();
        services.AddSingleton<Unlock>();
        services.AddSingleton<MakeEnrolmentCode>();
        services.AddSingleton<RevokeDevice>();
        return services;
    }

    public static IEndpointRouteBuilder MapStaff(this IEndpointRouteBuilder app)
    {
        SetUp.Map(app);
        EnrolDevice.Map(app);
        SignInPages.Map(app);
        Lock.Map(app);
        NotAllowed.Map(app);
        // A person at work in one long form says so now and then, or the session would end under their hands.
        app.MapGet("/stay", () => Results.NoContent()).RequireAuthorization(Policies.Agent);
        AdminPages.Map(app);
        Admin.AddStaff.Map(app);
        ChangeStaff.Map(app);
        ResetPin.Map(app);
        Unlock.Map(app);
        MakeEnrolmentCode.Map(app);
        RevokeDevice.Map(app);
        return app;
    }
}
