using LostFound.Web.Features.Staff.Admin;
using LostFound.Web.Languages;

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
        // Staff's pages too, though nobody is signed in yet.
        var wayIn = app.MapGroup("").InEnglish();
        SetUp.Map(wayIn);
        EnrolDevice.Map(wayIn);
        SignInPages.Map(wayIn);
        Lock.Map(wayIn);
        NotAllowed.Map(wayIn);
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
